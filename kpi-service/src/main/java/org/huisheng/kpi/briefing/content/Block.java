package org.huisheng.kpi.briefing.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a section.
 *
 * @param text only of {@link BlockKind#TEXT}, where it may be empty as long as it is a draft
 * @param department whose figures; all departments' when absent
 * @param dimension of a table: all indicators the contracts have in it, whatever those are
 * @param indicator contract scores when absent, or all indicators where a table names a department
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Block(
        BlockKind kind,
        @Nullable String heading,
        @Nullable String text,
        @Nullable String department,
        @Nullable String dimension,
        @Nullable String indicator) {

    static Block text(String heading) {
        return new Block(BlockKind.TEXT, heading, "", null, null, null);
    }

    static Block scores(BlockKind kind, String heading) {
        return new Block(kind, heading, null, null, null, null);
    }

    static Block dimension(String heading, String dimension) {
        return new Block(BlockKind.TABLE, heading, null, null, dimension, null);
    }
}
