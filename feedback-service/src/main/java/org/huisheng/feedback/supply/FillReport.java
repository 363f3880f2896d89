package org.huisheng.feedback.supply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.huisheng.feedback.letter.Piece;
import org.huisheng.feedback.letter.Piece.Table;
import org.huisheng.feedback.letter.Piece.Text;
import org.huisheng.feedback.letter.Piece.Title;
import org.huisheng.feedback.request.Numbers;
import org.huisheng.feedback.supply.template.Blank;
import org.huisheng.feedback.supply.template.Blank.OfFigure;
import org.huisheng.feedback.supply.template.Blank.OfReport;
import org.huisheng.feedback.supply.template.Blank.TableOf;
import org.huisheng.feedback.supply.template.Section;
import org.jspecify.annotations.Nullable;

/** Fills a report in: what it says, and what it would need to say it. In Chinese: Chinese offices read it. */
final class FillReport {

    private static final List<String> HEAD = List.of("指标", "单位", "本期", "上年同期", "同比", "备注");

    private final SupplyReport report;
    private final String departmentName;
    private final Map<String, SupplyFigure> figures;

    FillReport(SupplyReport report, String departmentName) {
        this.report = report;
        this.departmentName = departmentName;
        this.figures = report.figures().stream().collect(Collectors.toMap(SupplyFigure::code, Function.identity()));
    }

    /** What a section names and nobody has entered yet. @param section from 0 on */
    record Gap(int section, String word) {}

    List<Gap> gaps() {
        var gaps = new LinkedHashSet<Gap>();
        var sections = report.sections();
        for (var i = 0; i < sections.size(); i++) {
            var place = i;
            Blank.IN_BRACES
                    .matcher(sections.get(i).text())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(word -> missing(word).forEach(gap -> gaps.add(new Gap(place, gap))));
        }
        return List.copyOf(gaps);
    }

    private List<String> missing(String word) {
        return switch (Blank.of(word).orElse(null)) {
            case OfReport _ -> List.of();
            case OfFigure figure -> said(figure).isEmpty() ? List.of(word) : List.of();
            case TableOf table -> table.codes().stream().filter(this::isOpen).toList();
            case null -> List.of(word);
        };
    }

    private boolean isOpen(String code) {
        var figure = figures.get(code);
        return figure == null || figure.present() == null;
    }

    /** Where something is missing it says so. */
    List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Title(report.title()));
        pieces.add(new Text(report.sentTo() + "："));
        for (var section : report.sections()) {
            pieces.add(new Piece.Section(section.title()));
            lines(section, pieces);
        }
        return pieces;
    }

    private void lines(Section section, List<Piece> pieces) {
        var text = new ArrayList<String>();
        for (var line : section.text().lines().toList()) {
            var table = tableOn(line);
            if (table == null) {
                text.add(filled(line));
            } else {
                flush(text, pieces);
                pieces.add(table);
            }
        }
        flush(text, pieces);
    }

    private static void flush(List<String> text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Text(String.join("\n", text)));
            text.clear();
        }
    }

    private @Nullable Table tableOn(String line) {
        var alone = Blank.IN_BRACES.matcher(line.strip());
        if (!alone.matches() || !(Blank.of(alone.group(1)).orElse(null) instanceof TableOf(var codes))) {
            return null;
        }
        return new Table(HEAD, codes.stream().map(this::row).toList());
    }

    private List<String> row(String code) {
        var figure = figures.get(code);
        return figure == null
                ? List.of(gap(code), "", "", "", "", "")
                : List.of(
                        figure.name(),
                        figure.unit(),
                        figure.present() == null ? gap(code) : Numbers.plain(figure.present()),
                        Numbers.plain(figure.previous()),
                        figure.change(),
                        figure.note() == null ? "" : figure.note());
    }

    private String filled(String line) {
        return Blank.IN_BRACES.matcher(line).replaceAll(found -> {
            var said = said(found.group(1));
            return Matcher.quoteReplacement(said.isEmpty() ? gap(found.group(1)) : said);
        });
    }

    private String said(String word) {
        return switch (Blank.of(word).orElse(null)) {
            case OfReport(var fact) -> said(fact);
            case OfFigure figure -> said(figure);
            case TableOf _ -> "";
            case null -> "";
        };
    }

    private String said(Blank.Fact fact) {
        return switch (fact) {
            case QUARTER -> report.quarter().inWords();
            case YEAR -> report.quarter().year() + "年";
            case SENT_TO -> report.sentTo();
            case DEPARTMENT -> departmentName;
        };
    }

    private String said(OfFigure wanted) {
        var figure = figures.get(wanted.code());
        if (figure == null) {
            return "";
        }
        return switch (wanted.aspect()) {
            case VALUE -> figure.withUnit(figure.present());
            case PREVIOUS -> figure.withUnit(figure.previous());
            case CHANGE -> figure.change();
        };
    }

    private static String gap(String word) {
        return "【待填：" + word + "】";
    }
}
