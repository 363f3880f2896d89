package org.huisheng.feedback.processimport;

import java.util.List;
import java.util.Map;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What stands in a row, and what is wrong with it. */
final class RowCells {

    private final Map<RowColumn, String> cells;
    private final Checks checks = new Checks();

    RowCells(Map<RowColumn, String> cells) {
        this.cells = cells;
    }

    /** @throws RuleViolated at once: nothing else can be said of such a row */
    RowKind kind() {
        var said = cells.get(RowColumn.KIND);
        if (said == null) {
            throw new RuleViolated(List.of(new Violation(RowColumn.KIND.path(), "required")));
        }
        return RowKind.called(said)
                .orElseThrow(
                        () -> new RuleViolated(List.of(new Violation(RowColumn.KIND.path(), "unknown-word", said))));
    }

    String code(RowColumn column) {
        return checks.code(column.path(), cells.get(column));
    }

    String needed(RowColumn column, int most) {
        return checks.text(column.path(), cells.get(column), most);
    }

    @Nullable
    String text(RowColumn column, int most) {
        return checks.optionalText(column.path(), cells.get(column), most);
    }

    <T> @Nullable T word(RowColumn column, Map<String, T> words) {
        var said = cells.get(column);
        if (said == null) {
            return null;
        }
        var meant = words.get(said);
        if (meant == null) {
            checks.add(column.path(), "unknown-word", said);
        }
        return meant;
    }

    /** @throws RuleViolated naming all that is wrong */
    void passed() {
        checks.passed();
    }
}
