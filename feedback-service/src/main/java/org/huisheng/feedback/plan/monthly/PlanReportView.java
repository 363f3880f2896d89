package org.huisheng.feedback.plan.monthly;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.letter.PieceJson;
import org.huisheng.feedback.plan.monthly.KeepPlanReports.Paper;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A monthly report as clients see it. */
record PlanReportView(
        PlanReportLine report,
        @Nullable String remarks,
        @Nullable String nextSteps,
        @Nullable String helpWanted,
        List<MovedFigureView> figures,
        List<String> authors) {

    record PlanReportLine(
            UUID id,
            long version,
            UUID plan,
            String month,
            PlanReportStatus status,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String sentBy,
            @Nullable Instant sentAt,
            @Nullable String sentHow,
            Instant createdAt,
            Instant updatedAt,
            List<String> authors) {

        static PlanReportLine of(PlanReport report) {
            return new PlanReportLine(
                    report.id(),
                    report.version(),
                    report.plan(),
                    report.month().toString(),
                    report.status(),
                    report.approvedBy().orElse(null),
                    report.approvedAt().orElse(null),
                    report.sentBy().orElse(null),
                    report.sentAt().orElse(null),
                    report.sentHow().orElse(null),
                    report.createdAt(),
                    report.updatedAt(),
                    report.authors());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record PlanReportPage(
            List<PlanReportLine> items, @Nullable String next) {}

    record MovedFigureView(
            String department,
            String indicator,
            String periodBefore,
            @Nullable BigDecimal valueBefore,
            String periodNow,
            @Nullable BigDecimal valueNow) {}

    /** @param sha256 of what was approved, null as long as it is a draft */
    record PlanReportPreview(
            String title, List<PieceJson> pieces, @Nullable String sha256) {

        static PlanReportPreview of(Paper paper) {
            var frozen = paper.frozen();
            return new PlanReportPreview(
                    paper.title(),
                    paper.pieces().stream().map(PieceJson::of).toList(),
                    frozen == null ? null : frozen.sha256());
        }
    }

    static RestResponse<PlanReportView> answer(ResponseBuilder<PlanReportView> response, PlanReport report) {
        var view = new PlanReportView(
                PlanReportLine.of(report),
                report.remarks().orElse(null),
                report.nextSteps().orElse(null),
                report.helpWanted().orElse(null),
                report.figures().stream().map(PlanReportView::figure).toList(),
                report.authors());
        return response.entity(view).tag(EntityVersion.tag(report.version())).build();
    }

    private static MovedFigureView figure(MovedFigure figure) {
        return new MovedFigureView(
                figure.department(),
                figure.indicator(),
                figure.periodBefore(),
                figure.valueBefore(),
                figure.periodNow(),
                figure.valueNow());
    }
}
