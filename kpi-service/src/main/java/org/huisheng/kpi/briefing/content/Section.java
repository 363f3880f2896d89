package org.huisheng.kpi.briefing.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an issue under its title.
 *
 * @param titleEn what stands on English papers, null for the same
 */
public record Section(
        SectionKind kind,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String titleEn,
        List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }
}
