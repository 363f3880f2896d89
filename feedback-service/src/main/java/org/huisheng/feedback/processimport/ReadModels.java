package org.huisheng.feedback.processimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.feedback.post.PostChange;
import org.huisheng.feedback.process.ProcessChange;
import org.huisheng.feedback.process.Step;
import org.huisheng.feedback.processimport.BpmnModel.Lane;
import org.huisheng.feedback.processimport.BpmnModel.Node;
import org.huisheng.feedback.processimport.BpmnReader.NamedModel;
import org.huisheng.feedback.processimport.Said.OnLine;
import org.huisheng.feedback.processimport.Said.Refusal;
import org.huisheng.feedback.processimport.Said.SaidPost;
import org.huisheng.feedback.processimport.Said.SaidProcess;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.jspecify.annotations.Nullable;

/** What models say of the register: each process with its tasks as steps, and lanes as the posts that take them. */
final class ReadModels {

    private final List<SaidPost> posts = new ArrayList<>();
    private final List<SaidProcess> processes = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    /** On which line each code was made. */
    private final Map<String, Integer> named = new HashMap<>();

    private ReadModels() {}

    /**
     * @param process code under which the only process of the file is known, whatever the model calls it
     * @throws RuleViolated if that is said of a file with more than one
     */
    static Said read(byte[] file, @Nullable String process) {
        var models = BpmnReader.read(file);
        if (process != null && models.size() > 1) {
            throw new RuleViolated("more-than-one-process", models.size());
        }
        var reading = new ReadModels();
        models.forEach(model -> reading.read(model, process));
        return new Said(reading.posts, reading.processes, reading.refused, List.of());
    }

    private void read(NamedModel named, @Nullable String wanted) {
        var model = named.model();
        var lanes = new HashMap<String, String>();
        for (var lane : model.lanes()) {
            attempt(lane.line(), named(lane.name(), lane.id()), checks -> lanes.put(lane.id(), post(checks, lane)));
        }
        var owners = model.lanesByNode();
        var steps = new ArrayList<OnLine<Step>>();
        var codes = new HashMap<String, Integer>();
        for (var task : model.tasksInOrder()) {
            var lane = owners.get(task.id());
            attempt(task.line(), named(task.name(), task.id()), checks -> {
                var step = step(checks, task, lane == null ? null : lanes.get(lane), codes);
                checks.passed();
                steps.add(new OnLine<>(task.line(), step));
            });
        }
        for (var task : model.repeated()) {
            var node = task.node();
            attempt(node.line(), named(node.name(), node.id()), checks -> {
                checks.add("/code", "same-as-line", task.before());
                checks.passed();
            });
        }
        attempt(model.line(), named(named.name(), model.id()), checks -> {
            var code = wanted == null ? code(checks, model.id(), model.line(), "process ", this.named) : wanted;
            var change = new ProcessChange(
                    checks.optionalText("/name", named.name(), 100),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            checks.code("/code", code);
            checks.passed();
            processes.add(new SaidProcess(model.line(), code, change, steps, null));
        });
    }

    /** Models are often one line: what has no name is found by its id. */
    private static String named(@Nullable String name, String id) {
        return name == null ? id : name;
    }

    private String post(Checks checks, Lane lane) {
        var name = checks.text("/name", lane.name(), 100);
        var code = code(checks, lane.id(), lane.line(), "post ", named);
        checks.passed();
        posts.add(new SaidPost(lane.line(), code, new PostChange(name, null, null, null, null), true));
        return code;
    }

    private static Step step(Checks checks, Node task, @Nullable String post, Map<String, Integer> codes) {
        return new Step(
                code(checks, task.id(), task.line(), "step ", codes),
                checks.text("/name", task.name(), 100),
                null,
                post);
    }

    /** Ids of models are made by tools; what a code cannot have in it is left out of it. */
    private static String code(Checks checks, String id, int line, String what, Map<String, Integer> named) {
        var plain = id.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[._-]+", "");
        var begun = plain.isEmpty() || Character.isLetter(plain.charAt(0)) ? plain : "N" + plain;
        var code = checks.code("/code", begun.substring(0, Math.min(64, begun.length())));
        var before = named.putIfAbsent(what + code, line);
        if (before != null) {
            checks.add("/code", "same-as-line", before);
        }
        return code;
    }

    /** How one thing is read. */
    private interface Reading {
        void read(Checks checks);
    }

    private void attempt(int line, @Nullable String name, Reading reading) {
        try {
            reading.read(new Checks());
        } catch (RuleViolated refusal) {
            refused.add(new Refusal(line, name, refusal.violations()));
        }
    }
}
