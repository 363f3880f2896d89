package org.huisheng.kpi.briefing.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a section.
 *
 * @param text only of {@link BlockKind#TEXT}, where it may be empty as long as it is a draft
 * @param headingEn what stands on English papers, null for the same; so is {@code textEn}
 * @param department whose figures; all departments' when absent
 * @param dimension of a table: all indicators the contracts have in it, whatever those are
 * @param indicator contract scores when absent, or all indicators where a table names a department
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Block(
        BlockKind kind,
        @Nullable String heading,
        @Nullable String headingEn,
        @Nullable String text,
        @Nullable String textEn,
        @Nullable String department,
        @Nullable String dimension,
        @Nullable String indicator) {

    static Block text(String heading, String headingEn) {
        return new Block(BlockKind.TEXT, heading, headingEn, "", null, null, null, null);
    }

    static Block scores(BlockKind kind, String heading, String headingEn) {
        return new Block(kind, heading, headingEn, null, null, null, null, null);
    }

    static Block dimension(String heading, String headingEn, String dimension) {
        return new Block(BlockKind.TABLE, heading, headingEn, null, null, null, dimension, null);
    }
}
