package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.expression.Scope;
import org.jspecify.annotations.Nullable;

/** What can be chosen: the items of a list, each perhaps under a condition, and the special ones beside them. */
public final class Choices {

    /** @param visibleIf its own condition or the list's, null when always shown */
    public record Item(ChoiceValue value, @Nullable Expression visibleIf) {}

    public static final ChoiceValue OTHER = ChoiceValue.text("other");

    private final List<Item> items;
    private final Map<ChoiceValue, Item> byValue = new HashMap<>();
    private final Set<ChoiceValue> special;
    private final Set<ChoiceValue> exclusive;
    private final boolean conditional;

    /** @param special other, none and their like @param exclusive those that go with nothing else */
    public Choices(List<Item> items, Set<ChoiceValue> special, Set<ChoiceValue> exclusive) {
        this.items = List.copyOf(items);
        this.special = Set.copyOf(special);
        this.exclusive = Set.copyOf(exclusive);
        this.conditional = items.stream().anyMatch(item -> item.visibleIf() != null);
        items.forEach(item -> byValue.put(item.value(), item));
    }

    public static Choices of(List<ChoiceValue> values) {
        return new Choices(values.stream().map(value -> new Item(value, null)).toList(), Set.of(), Set.of());
    }

    public List<ChoiceValue> values() {
        return items.stream().map(Item::value).toList();
    }

    List<Item> items() {
        return items;
    }

    boolean offers(JsonNode value) {
        var choice = ChoiceValue.of(value);
        return byValue.containsKey(choice) || special.contains(choice);
    }

    boolean offersOther() {
        return special.contains(OTHER);
    }

    boolean isExclusive(JsonNode value) {
        return !exclusive.isEmpty() && exclusive.contains(ChoiceValue.of(value));
    }

    /** The values that are not shown now. */
    Set<ChoiceValue> hidden(Scope scope, Time time) {
        if (!conditional) {
            return Set.of();
        }
        var hidden = new HashSet<ChoiceValue>();
        for (var item : items) {
            if (isHidden(item, scope, time)) {
                hidden.add(item.value());
            }
        }
        return hidden;
    }

    static boolean isHidden(Item item, Scope scope, Time time) {
        return item.visibleIf() != null && !time.holds(item.visibleIf(), scope(item.value(), scope));
    }

    private static Scope scope(ChoiceValue item, Scope scope) {
        var value = item.value();
        return scope.withNames(reference -> {
            var name = reference.size() == 1 ? reference.name(0, 1) : "";
            return name.equals("item") || name.equals("choice") || name.equals("self")
                    ? new Scope.Found(value)
                    : scope.find(reference);
        });
    }
}
