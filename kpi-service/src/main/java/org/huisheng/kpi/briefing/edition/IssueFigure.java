package org.huisheng.kpi.briefing.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.huisheng.kpi.scoring.Band;
import org.jspecify.annotations.Nullable;

/**
 * A figure as everybody may see it, and where it comes from.
 *
 * @param number of its footnote, from 1; the same figure has the same one wherever it stands
 * @param departmentNameEn null where nobody has said; so is {@code nameEn}
 * @param indicator null for the contract's score
 * @param value of an indicator, null where there is none or it may not be shown
 * @param unit what stands behind the value; empty for most
 * @param counted whether it is how many there were, or what they add up to: that ends nowhere, where all else ends at 100. Left
 *     out where it is not, for the hash of what is kept already
 * @param lineage address of the page that shows what it is made of
 */
public record IssueFigure(
        int number,
        String department,
        String departmentName,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String departmentNameEn,
        @Nullable String indicator,
        String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nameEn,
        String period,
        FigureState state,
        @Schema(type = SchemaType.STRING) @Nullable BigDecimal value,
        String unit,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean counted,
        @Nullable Long n,
        @Schema(type = SchemaType.STRING) @Nullable BigDecimal score,
        @Nullable Band band,
        String lineage) {

    /** What it is about. */
    record Key(String department, @Nullable String indicator, String period) {}

    /** Why there is a number, or none. */
    public enum FigureState {
        SHOWN,
        /** A value, and too small a sample for a score. */
        TOO_FEW,
        NO_DATA,
        /** So few that somebody could be recognised, or it could be computed what a few said. */
        SUPPRESSED,
        /** The month was not sealed when the briefing's was, so the figure could still change. */
        NOT_SEALED,
        /** The department has no such indicator, or no contract. */
        MISSING
    }

    /** The number that stands for it in words and pictures. */
    public @Nullable BigDecimal shown() {
        return indicator == null ? score : value;
    }
}
