package org.huisheng.survey.questionnaire.reading;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.expression.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What is computed from itself, be it by way of others: its value would depend on how often it was computed, which in
 * survey-core is a matter of what was answered in which order.
 */
final class Circles {

    private record Computed(String name, Expression expression, Source source) {}

    private final Map<String, Computed> byName = new HashMap<>();

    void add(String name, Expression expression, Source source) {
        var lowerCase = name.toLowerCase(Locale.ROOT);
        byName.put(lowerCase, new Computed(lowerCase, expression, source));
    }

    void refuse() {
        byName.values().stream()
                .filter(computed -> needs(computed).contains(computed.name()))
                .forEach(computed -> computed.source().refuse("expression-circular"));
    }

    private Set<String> needs(Computed computed) {
        var needed = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(computed));
        while (!open.isEmpty()) {
            for (var reference : open.pop().expression().references()) {
                var other = computed(reference);
                if (other != null && needed.add(other.name())) {
                    open.push(other);
                }
            }
        }
        return needed;
    }

    private @Nullable Computed computed(Reference reference) {
        for (var end = reference.furthestEnd(0); end > 0; end--) {
            var found = byName.get(reference.name(0, end));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
