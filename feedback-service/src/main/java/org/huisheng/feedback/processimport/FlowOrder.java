package org.huisheng.feedback.processimport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SequencedCollection;

/**
 * In which order the nodes of a flow come. Along the flow where it goes one way; what it leaves open stays as it stands in the
 * file, and so does all of it where the flow leads back.
 */
final class FlowOrder {

    /** From one node to the next. */
    record Flow(String from, String to) {}

    private FlowOrder() {}

    static List<String> of(SequencedCollection<String> nodes, Collection<Flow> flows) {
        var places = new HashMap<String, Integer>();
        nodes.forEach(node -> places.put(node, places.size()));
        var next = new HashMap<String, List<String>>();
        var open = new HashMap<String, Integer>();
        for (var flow : new LinkedHashSet<>(flows)) {
            if (places.containsKey(flow.from()) && places.containsKey(flow.to())) {
                next.computeIfAbsent(flow.from(), _ -> new ArrayList<>()).add(flow.to());
                open.merge(flow.to(), 1, Integer::sum);
            }
        }
        var ordered = alongTheFlow(nodes, places, next, open);
        return ordered.size() == nodes.size() ? ordered : List.copyOf(nodes);
    }

    private static List<String> alongTheFlow(
            Collection<String> nodes,
            Map<String, Integer> places,
            Map<String, List<String>> next,
            Map<String, Integer> open) {
        var ready = new PriorityQueue<String>(
                (one, other) -> Integer.compare(places.getOrDefault(one, 0), places.getOrDefault(other, 0)));
        nodes.stream().filter(node -> !open.containsKey(node)).forEach(ready::add);
        var ordered = new ArrayList<String>();
        for (var node = ready.poll(); node != null; node = ready.poll()) {
            ordered.add(node);
            for (var follower : next.getOrDefault(node, List.of())) {
                if (open.merge(follower, -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        return ordered;
    }
}
