package org.huisheng.kpi.briefing.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content as somebody sends it. */
public record ContentProposal(
        @Nullable String masthead,
        @Nullable String mastheadEn,
        @Nullable String organisation,
        @Nullable String organisationEn,
        @Nullable String title,
        @Nullable String titleEn,
        @Nullable String footer,
        @Nullable String footerEn,
        @Nullable List<@Nullable ProposedSection> sections) {

    public record ProposedSection(
            @Nullable SectionKind kind,
            @Nullable String title,
            @Nullable String titleEn,
            @Nullable List<@Nullable ProposedBlock> blocks) {}

    public record ProposedBlock(
            @Nullable BlockKind kind,
            @Nullable String heading,
            @Nullable String headingEn,
            @Nullable String text,
            @Nullable String textEn,
            @Nullable String department,
            @Nullable String dimension,
            @Nullable String indicator) {}
}
