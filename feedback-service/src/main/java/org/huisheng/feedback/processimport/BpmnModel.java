package org.huisheng.feedback.processimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.feedback.processimport.FlowOrder.Flow;
import org.jspecify.annotations.Nullable;

/** One process of a model, as far as the register is interested: what is done, in which order, and in whose lane. */
final class BpmnModel {

    /** @param isTask whether somebody does something there; events and gateways only lead on */
    record Node(int line, String id, @Nullable String name, boolean isTask) {}

    /** @param nodes ids of what lies in it */
    record Lane(int line, String id, @Nullable String name, List<String> nodes) {}

    /** A task under an id that another node has already. @param before on which line */
    record Repeated(Node node, int before) {}

    private final int line;
    private final String id;
    private final @Nullable String name;
    private final LinkedHashMap<String, Node> nodes = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Repeated> repeated = new ArrayList<>();

    BpmnModel(int line, String id, @Nullable String name) {
        this.line = line;
        this.id = id;
        this.name = name;
    }

    void add(Node node) {
        var first = nodes.putIfAbsent(node.id(), node);
        if (first != null && node.isTask()) {
            repeated.add(new Repeated(node, first.line()));
        }
    }

    void add(Flow flow) {
        flows.add(flow);
    }

    void add(Lane lane) {
        lanes.add(lane);
    }

    List<Repeated> repeated() {
        return List.copyOf(repeated);
    }

    int line() {
        return line;
    }

    String id() {
        return id;
    }

    @Nullable
    String name() {
        return name;
    }

    /** Lanes that something lies in; those around others only hold them together. */
    List<Lane> lanes() {
        return lanes.stream()
                .filter(lane -> lane.nodes().stream().anyMatch(nodes::containsKey))
                .toList();
    }

    /** Ids of lanes by what lies in them; the innermost comes last and counts. */
    Map<String, String> lanesByNode() {
        var owners = new HashMap<String, String>();
        lanes.forEach(lane -> lane.nodes().forEach(node -> owners.put(node, lane.id())));
        return owners;
    }

    List<Node> tasksInOrder() {
        var tasks = new ArrayList<Node>();
        for (var next : FlowOrder.of(nodes.sequencedKeySet(), flows)) {
            var node = nodes.get(next);
            if (node != null && node.isTask()) {
                tasks.add(node);
            }
        }
        return tasks;
    }
}
