package org.huisheng.feedback.supply;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.supply.ReadSupplyReports.Whole;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A quarterly report as clients see it.
 *
 * @param gaps what its sections name and nobody has entered yet
 * @param reception what the register says of it, once it was sent
 * @param sha256 of what was approved
 */
record SupplyReportView(
        SupplyReportLine report,
        int template,
        List<SupplySectionView> sections,
        List<SupplyFigureView> figures,
        List<GapView> gaps,
        List<String> authors,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String sha256,
        @Nullable ReceptionView reception) {

    /** @param onTime null as long as that is open */
    record SupplyReportLine(
            UUID id,
            long version,
            String quarter,
            String sentTo,
            String department,
            String title,
            LocalDate dueOn,
            SupplyStatus status,
            @Nullable Boolean onTime,
            @Nullable UUID registerEntry,
            Instant createdAt,
            Instant updatedAt,
            List<String> authors) {

        static SupplyReportLine of(SupplyReport report) {
            return new SupplyReportLine(
                    report.id(),
                    report.version(),
                    report.quarter().toString(),
                    report.sentTo(),
                    report.department(),
                    report.title(),
                    report.dueOn(),
                    report.status(),
                    report.onTime().orElse(null),
                    report.registerEntry().orElse(null),
                    report.createdAt(),
                    report.updatedAt(),
                    report.authors());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record SupplyReportPage(
            List<SupplyReportLine> items, @Nullable String next) {}

    record SupplySectionView(String title, String text) {}

    /** @param change from the same quarter a year before, in words; empty while that is open */
    record SupplyFigureView(
            String code,
            String name,
            String unit,
            @Nullable BigDecimal present,
            @Nullable BigDecimal previous,
            String change,
            @Nullable String note) {}

    /** @param section from 0 on */
    record GapView(int section, String word) {}

    /** @param version of the entry of the register, for {@code If-Match} */
    record ReceptionView(
            UUID entry,
            long version,
            Instant sentAt,
            @Nullable String documentReference,
            @Nullable Instant receivedAt,
            @Nullable String receivedBy,
            @Nullable UUID endorsement) {}

    record SupplyEntryView(
            Instant at,
            String actor,
            SupplyStep step,
            @Nullable String words) {

        static SupplyEntryView of(SupplyEntry entry) {
            return new SupplyEntryView(
                    entry.at(), entry.actor(), entry.step(), entry.words().orElse(null));
        }
    }

    /** @param next cursor of the following page, null on the last */
    record SupplyEntryPage(
            List<SupplyEntryView> items, @Nullable String next) {}

    static RestResponse<SupplyReportView> answer(ResponseBuilder<SupplyReportView> response, Whole whole) {
        return response.entity(of(whole))
                .tag(EntityVersion.tag(whole.report().version()))
                .build();
    }

    private static SupplyReportView of(Whole whole) {
        var report = whole.report();
        return new SupplyReportView(
                SupplyReportLine.of(report),
                report.template(),
                report.sections().stream()
                        .map(section -> new SupplySectionView(section.title(), section.text()))
                        .toList(),
                report.figures().stream().map(SupplyReportView::figure).toList(),
                whole.gaps().stream()
                        .map(gap -> new GapView(gap.section(), gap.word()))
                        .toList(),
                report.authors(),
                report.approvedBy().orElse(null),
                report.approvedAt().orElse(null),
                whole.sha256(),
                reception(whole));
    }

    private static SupplyFigureView figure(SupplyFigure figure) {
        return new SupplyFigureView(
                figure.code(),
                figure.name(),
                figure.unit(),
                plain(figure.present()),
                plain(figure.previous()),
                figure.change(),
                figure.note());
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static @Nullable ReceptionView reception(Whole whole) {
        var reception = whole.reception();
        return reception == null
                ? null
                : new ReceptionView(
                        reception.entry(),
                        reception.version(),
                        reception.sentAt(),
                        reception.documentReference(),
                        reception.receivedAt(),
                        reception.receivedBy(),
                        reception.endorsement());
    }
}
