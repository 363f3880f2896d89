package org.huisheng.kpi.briefing.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kpi.briefing.content.Block;
import org.huisheng.kpi.briefing.content.BriefingContent;
import org.huisheng.kpi.briefing.edition.Edition.EditionBlock;
import org.huisheng.kpi.briefing.edition.Edition.EditionSection;
import org.huisheng.kpi.briefing.edition.Edition.SealFact;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Scorecards;
import org.huisheng.kpi.seal.frozen.FrozenDocuments;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** Fills the figures into what somebody wrote, all of the same moment. */
@ApplicationScoped
public class CompileEdition {

    private final Database database;
    private final Scorecards scorecards;
    private final FrozenDocuments frozen;
    private final String pages;

    CompileEdition(
            Database database,
            Scorecards scorecards,
            FrozenDocuments frozen,
            @ConfigProperty(name = "huisheng.public-url") String publicUrl) {
        this.database = database;
        this.scorecards = scorecards;
        this.frozen = frozen;
        this.pages = publicUrl.replaceFirst("/+$", "") + "/console/scores";
    }

    /** @param number null as long as there is none */
    public Edition compile(Period period, BriefingContent content, @Nullable Integer number) {
        return database.snapshot(() -> {
            var seal = seal(period);
            var book = new FigureBook(scorecards, month -> stands(month, seal), pages);
            var sections = content.sections().stream()
                    .map(section -> new EditionSection(
                            section.kind(),
                            section.title(),
                            section.titleEn(),
                            section.blocks().stream()
                                    .map(block -> filled(block, period, book))
                                    .toList()))
                    .toList();
            return new Edition(
                    content.masthead(),
                    content.mastheadEn(),
                    number,
                    content.organisation(),
                    content.organisationEn(),
                    content.title(),
                    content.titleEn(),
                    content.footer(),
                    content.footerEn(),
                    period.text(),
                    seal,
                    seal == null ? book.asOf() : seal.sealedAt(),
                    sections,
                    book.figures());
        });
    }

    /** Beside sealed figures stand only those that were sealed with them or before: so the issue is the same for ever. */
    private boolean stands(Period month, @Nullable SealFact seal) {
        return seal == null
                || frozen.sequence(month)
                        .filter(sequence -> sequence <= seal.sequence())
                        .isPresent();
    }

    private @Nullable SealFact seal(Period period) {
        return database
                .read(
                        """
                        SELECT sequence, hash, sealed_at FROM seal
                        WHERE sequence = (SELECT sequence FROM sealed_period WHERE period = ?)
                        """,
                        row -> new SealFact(
                                row.getLong("sequence"),
                                row.getString("hash"),
                                row.getObject("sealed_at", OffsetDateTime.class).toInstant()),
                        period.text())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static EditionBlock filled(Block block, Period period, FigureBook book) {
        Words.Numbering numbering = (department, indicator) -> book.number(period, department, indicator);
        var textEn = block.textEn();
        return new EditionBlock(
                block.kind(),
                block.heading(),
                block.headingEn(),
                Words.paragraphs(block.text() == null ? "" : block.text(), numbering),
                textEn == null ? null : Words.paragraphs(textEn, numbering),
                figures(block, period, book));
    }

    private static List<Integer> figures(Block block, Period period, FigureBook book) {
        var department = block.department();
        var indicator = block.indicator();
        var dimension = block.dimension();
        if (dimension != null) {
            return book.ofDimension(period, department, dimension);
        }
        return switch (block.kind()) {
            case TEXT -> List.of();
            case TABLE, BARS ->
                department == null
                        ? book.ofAll(period, indicator)
                        : indicator == null
                                ? book.ofDepartment(period, department)
                                : List.of(book.number(period, department, indicator));
            case FIGURE -> department == null ? List.of() : List.of(book.number(period, department, indicator));
            case LINE -> department == null ? List.of() : book.ofMonths(period, department, indicator);
        };
    }
}
