package org.huisheng.kpi.briefing.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.huisheng.kpi.briefing.content.BlockKind;
import org.huisheng.kpi.briefing.content.SectionKind;
import org.huisheng.kpi.seal.frozen.CanonicalJson;
import org.huisheng.kpi.seal.frozen.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * An issue whose figures are filled in. Papers are made of it and of nothing else. What ends in {@code En} is for English
 * papers, on which the Chinese stands where it is null; it is left out then, for the hash of what is kept already.
 *
 * @param number null until it is published
 * @param seal null if the period was open
 * @param asOf when the period was sealed, else when the last of the figures changed; files are dated by it
 * @param figures in the order of their numbers
 */
public record Edition(
        String masthead,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mastheadEn,
        @Nullable Integer number,
        String organisation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String organisationEn,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String titleEn,
        String footer,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String footerEn,
        String period,
        @Nullable SealFact seal,
        Instant asOf,
        List<EditionSection> sections,
        List<IssueFigure> figures) {

    public Edition {
        sections = List.copyOf(sections);
        figures = List.copyOf(figures);
    }

    /** The seal the figures stand under. */
    public record SealFact(long sequence, String hash, Instant sealedAt) {}

    public record EditionSection(
            SectionKind kind,
            String title,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String titleEn,

            List<EditionBlock> blocks) {}

    /**
     * A block as it is printed.
     *
     * @param paragraphs of words
     * @param figures of a table or picture, by their numbers
     */
    public record EditionBlock(
            BlockKind kind,
            @Nullable String heading,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String headingEn,

            List<List<Run>> paragraphs,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<List<Run>> paragraphsEn,

            List<Integer> figures) {}

    /**
     * A stretch of a paragraph: words or a figure.
     *
     * @param figure by its number
     */
    public record Run(@Nullable String text, @Nullable Integer figure) {}

    public IssueFigure figure(int itsNumber) {
        return figures.get(itsNumber - 1);
    }

    /** What is kept, and hashed. */
    public String canonical() {
        return CanonicalJson.of(this);
    }

    public String hash() {
        return Sha256.of(canonical());
    }

    /** As it was kept. */
    public static Edition read(String canonical) {
        return CanonicalJson.value(CanonicalJson.tree(canonical), Edition.class);
    }
}
