package org.huisheng.kpi.briefing.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content as somebody sends it. */
public record ContentProposal(
        @Nullable String masthead,
        @Nullable String organisation,
        @Nullable String title,
        @Nullable String footer,
        @Nullable List<@Nullable ProposedSection> sections) {

    public record ProposedSection(
            @Nullable SectionKind kind,
            @Nullable String title,
            @Nullable List<@Nullable ProposedBlock> blocks) {}

    public record ProposedBlock(
            @Nullable BlockKind kind,
            @Nullable String heading,
            @Nullable String text,
            @Nullable String department,
            @Nullable String dimension,
            @Nullable String indicator) {}
}
