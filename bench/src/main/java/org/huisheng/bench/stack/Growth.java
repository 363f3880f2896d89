package org.huisheng.bench.stack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** By how many MB services exceed, at their peaks, what they had at first. */
public final class Growth {

    private final BenchStack stack;
    private final Map<String, Double> atFirst = new LinkedHashMap<>();
    private final Map<String, Double> most = new LinkedHashMap<>();

    private Growth(BenchStack stack) {
        this.stack = stack;
    }

    /** Of what there is now. */
    public static Growth of(BenchStack stack, List<String> services) throws IOException {
        var growth = new Growth(stack);
        for (var service : services) {
            stack.forgetPeak(service);
            growth.atFirst.put(service, stack.memory(service).resident());
        }
        return growth;
    }

    /** What was between the last look and this one does not count. */
    public void forget() throws IOException {
        for (var service : atFirst.keySet()) {
            stack.forgetPeak(service);
        }
    }

    public void look() throws IOException {
        for (var service : atFirst.entrySet()) {
            most.merge(service.getKey(), stack.memory(service.getKey()).peak() - service.getValue(), Math::max);
        }
    }

    public double of(String service) {
        return most.getOrDefault(service, 0.0);
    }

    public double atFirst(String service) {
        return atFirst.getOrDefault(service, 0.0);
    }
}
