package org.huisheng.feedback.processimport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.feedback.post.PostChange;
import org.huisheng.feedback.process.PostDuty;
import org.huisheng.feedback.process.ProcessChange;
import org.huisheng.feedback.process.Provision;
import org.huisheng.feedback.process.Step;
import org.huisheng.feedback.processimport.Said.OnLine;
import org.huisheng.feedback.processimport.Said.Refusal;
import org.huisheng.feedback.processimport.Said.SaidPost;
import org.huisheng.feedback.processimport.Said.SaidProcess;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.sheet.Sheet;
import org.huisheng.feedback.sheet.Sheet.Row;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Reads a table with a row for each process, post, step, duty, standard, institution and item of performance. */
final class TableReader {

    private static final Map<String, Boolean> TRUTHS = Map.of("是", true, "true", true, "否", false, "false", false);

    /** What the rows of one process have said so far. */
    private static final class Draft {
        private final int line;
        private ProcessChange profile =
                new ProcessChange(null, null, null, null, null, null, null, null, null, null, null);
        private final List<OnLine<Step>> steps = new ArrayList<>();
        private final List<OnLine<PostDuty>> duties = new ArrayList<>();
        private final List<Provision> standards = new ArrayList<>();
        private final List<Provision> institutions = new ArrayList<>();
        private final List<Provision> performance = new ArrayList<>();

        Draft(int line) {
            this.line = line;
        }

        SaidProcess said(String code) {
            return new SaidProcess(
                    line,
                    code,
                    new ProcessChange(
                            profile.name(),
                            profile.nameEn(),
                            profile.department(),
                            profile.keyProcess(),
                            profile.typicalBusiness(),
                            profile.active(),
                            null,
                            null,
                            ifAny(standards),
                            ifAny(institutions),
                            ifAny(performance)),
                    ifAny(steps),
                    ifAny(duties));
        }

        private static <T> @Nullable List<T> ifAny(List<T> said) {
            return said.isEmpty() ? null : said;
        }
    }

    private final Map<String, String> departments;
    private final List<SaidPost> posts = new ArrayList<>();
    private final Map<String, Draft> processes = new LinkedHashMap<>();
    private final List<Refusal> refused = new ArrayList<>();
    /** On which line each thing was named. */
    private final Map<String, Integer> named = new HashMap<>();

    private TableReader(Map<String, String> departments) {
        this.departments = departments;
    }

    /**
     * @param departments code of each by code and by name
     * @throws RuleViolated if the table says not what its rows are
     */
    static Said read(Sheet sheet, Map<String, String> departments) {
        var ignored = new ArrayList<String>();
        var columns = columns(sheet, ignored);
        var reader = new TableReader(departments);
        sheet.rows().forEach(row -> reader.read(row, columns));
        return new Said(
                reader.posts,
                reader.processes.entrySet().stream()
                        .map(entry -> entry.getValue().said(entry.getKey()))
                        .toList(),
                reader.refused,
                ignored);
    }

    private static Map<Integer, RowColumn> columns(Sheet sheet, List<String> ignored) {
        var columns = new LinkedHashMap<Integer, RowColumn>();
        var wrong = new ArrayList<Violation>();
        for (var i = 0; i < sheet.columns().size(); i++) {
            var header = sheet.columns().get(i);
            var column = RowColumn.called(header).orElse(null);
            if (column == null) {
                if (!header.isEmpty()) {
                    ignored.add(header);
                }
            } else if (columns.containsValue(column)) {
                wrong.add(new Violation("/columns/" + i, "column-twice", header));
            } else {
                columns.put(i, column);
            }
        }
        for (var needed : List.of(RowColumn.KIND, RowColumn.CODE, RowColumn.NAME)) {
            if (!columns.containsValue(needed)) {
                wrong.add(new Violation("/columns", "missing-column", needed.told()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new RuleViolated(wrong);
        }
        return columns;
    }

    private void read(Row row, Map<Integer, RowColumn> columns) {
        var cells = new EnumMap<RowColumn, String>(RowColumn.class);
        columns.forEach((at, column) -> {
            if (!row.cell(at).isEmpty()) {
                cells.put(column, row.cell(at));
            }
        });
        try {
            read(row.number(), new RowCells(cells));
        } catch (RuleViolated refusal) {
            refused.add(new Refusal(row.number(), cells.get(RowColumn.NAME), refusal.violations()));
        }
    }

    private void read(int line, RowCells cells) {
        switch (cells.kind()) {
            case PROCESS -> process(line, cells);
            case POST -> post(line, cells);
            case STEP -> step(line, cells);
            case DUTY -> duty(line, cells);
            case STANDARD -> {
                var one = provision(cells);
                draft(line, cells).standards.add(one);
            }
            case INSTITUTION -> {
                var one = provision(cells);
                draft(line, cells).institutions.add(one);
            }
            case PERFORMANCE -> {
                var one = provision(cells);
                draft(line, cells).performance.add(one);
            }
        }
    }

    private void process(int line, RowCells cells) {
        var code = cells.code(RowColumn.CODE);
        var profile = new ProcessChange(
                cells.text(RowColumn.NAME, 100),
                cells.text(RowColumn.NAME_EN, 100),
                cells.word(RowColumn.DEPARTMENT, departments),
                cells.word(RowColumn.KEY, TRUTHS),
                cells.word(RowColumn.TYPICAL, TRUTHS),
                cells.word(RowColumn.ACTIVE, TRUTHS),
                null,
                null,
                null,
                null,
                null);
        cells.passed();
        requireNew(line, "process " + code);
        processes.computeIfAbsent(code, _ -> new Draft(line)).profile = profile;
    }

    private void post(int line, RowCells cells) {
        var code = cells.code(RowColumn.CODE);
        var change = new PostChange(
                cells.text(RowColumn.NAME, 100),
                cells.text(RowColumn.NAME_EN, 100),
                cells.word(RowColumn.DEPARTMENT, departments),
                cells.word(RowColumn.KEY, TRUTHS),
                cells.word(RowColumn.ACTIVE, TRUTHS));
        cells.passed();
        requireNew(line, "post " + code);
        posts.add(new SaidPost(line, code, change, false));
    }

    private void step(int line, RowCells cells) {
        var step = new Step(
                cells.code(RowColumn.CODE),
                cells.needed(RowColumn.NAME, 100),
                cells.text(RowColumn.NAME_EN, 100),
                cells.text(RowColumn.POST, 100));
        var process = cells.code(RowColumn.PROCESS);
        cells.passed();
        requireNew(line, "step " + process + " " + step.code());
        processes.computeIfAbsent(process, _ -> new Draft(line)).steps.add(new OnLine<>(line, step));
    }

    private void duty(int line, RowCells cells) {
        var duty = new PostDuty(cells.text(RowColumn.POST, 100), cells.needed(RowColumn.NAME, 500));
        draft(line, cells).duties.add(new OnLine<>(line, duty));
    }

    private static Provision provision(RowCells cells) {
        return new Provision(
                cells.text(RowColumn.CODE, 64),
                cells.needed(RowColumn.NAME, 200),
                cells.text(RowColumn.REFERENCE, 500));
    }

    /** Of the process a row belongs to, once nothing is wrong with the row. */
    private Draft draft(int line, RowCells cells) {
        var process = cells.code(RowColumn.PROCESS);
        cells.passed();
        return processes.computeIfAbsent(process, _ -> new Draft(line));
    }

    private void requireNew(int line, String what) {
        var before = named.putIfAbsent(what, line);
        if (before != null) {
            var checks = new Checks();
            checks.add(RowColumn.CODE.path(), "same-as-line", before);
            checks.passed();
        }
    }
}
