package org.huisheng.survey.questionnaire;

import org.huisheng.survey.expression.Reference;
import org.huisheng.survey.expression.Scope.Found;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;
import org.huisheng.survey.questionnaire.Form.Place;
import org.jspecify.annotations.Nullable;

/** What expressions inside a form call it and its neighbours. */
enum RowKind {
    PANEL("panel", "prevpanel", "nextpanel"),
    ROW("row", "prevrow", "nextrow"),
    TEXTS("", "", "");

    private final String own;
    private final String previous;
    private final String next;

    RowKind(String own, String previous, String next) {
        this.own = own;
        this.previous = previous;
        this.next = next;
    }

    boolean isShown(Place place, Time time) {
        return !(place.owner().question().kind() instanceof Kind.Grid grid)
                || !Choices.isHidden(grid.rows().get(place.index()), place.owner(), time);
    }

    /** Null when the name speaks of nothing here. */
    @Nullable
    Found find(Place place, Form form, Reference reference) {
        var first = reference.name(0, 1);
        if (reference.size() == 1) {
            var value = this == TEXTS ? null : named(first, place);
            return value == null ? null : new Found(value);
        }
        if (first.isEmpty()) {
            return null;
        }
        if (first.equals(own)) {
            return form.find(reference, 1);
        }
        if (first.equals(previous) || first.equals(next)) {
            return neighbour(place, first.equals(previous) ? -1 : 1, reference);
        }
        var outer = place.owner().form();
        return this == PANEL && first.equals("parentpanel") && outer.place() != null ? outer.find(reference, 1) : null;
    }

    private @Nullable Value named(String name, Place place) {
        return switch (name) {
            case "panelindex", "visiblepanelindex" -> this == PANEL ? new Num(place.index()) : null;
            case "rowindex" -> this == ROW ? new Num(place.index() + 1) : null;
            case "item", "rowname", "rowvalue" ->
                this == ROW ? new Text(place.row().text()) : null;
            case "matrix" -> this == ROW ? place.owner().value() : null;
            default -> null;
        };
    }

    private static Found neighbour(Place place, int distance, Reference reference) {
        var shown = place.owner().rows().stream().filter(Form::isShown).toList();
        var own = place.owner().rows().get(place.index());
        var index = shown.indexOf(own) + distance;
        var found = index >= 0 && index < shown.size() ? shown.get(index).find(reference, 1) : null;
        return found == null ? new Found(Value.UNDEFINED) : found;
    }
}
