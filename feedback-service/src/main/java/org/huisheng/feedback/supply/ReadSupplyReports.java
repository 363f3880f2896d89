package org.huisheng.feedback.supply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.letter.Editions;
import org.huisheng.feedback.letter.Editions.Frozen;
import org.huisheng.feedback.letter.Piece;
import org.huisheng.feedback.report.SentReports;
import org.huisheng.feedback.report.SentReports.Reception;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.supply.FillReport.Gap;
import org.huisheng.feedback.supply.SupplyReports.Filter;
import org.jspecify.annotations.Nullable;

/** Reports as they are seen, and as they are on paper. */
@ApplicationScoped
class ReadSupplyReports {

    private final SupplyReports reports;
    private final Departments departments;
    private final Editions editions;
    private final SentReports register;

    ReadSupplyReports(SupplyReports reports, Departments departments, Editions editions, SentReports register) {
        this.reports = reports;
        this.departments = departments;
        this.editions = editions;
        this.register = register;
    }

    /** @param reception null until it was sent */
    record Whole(
            SupplyReport report,
            List<Gap> gaps,
            @Nullable Reception reception,
            @Nullable String sha256) {}

    /** @param frozen null as long as it is a draft */
    record Paper(
            String name,
            String title,
            List<Piece> pieces,
            @Nullable Frozen frozen) {}

    @Transactional
    Whole one(UUID id) {
        return whole(reports.require(id));
    }

    @Transactional
    Whole whole(SupplyReport given) {
        var report = reports.require(given.id());
        return new Whole(
                report,
                report.edition().isPresent() ? List.of() : filled(report).gaps(),
                report.registerEntry().map(register::reception).orElse(null),
                report.edition().map(editions::of).map(Frozen::sha256).orElse(null));
    }

    @Transactional
    Paper paper(UUID id) {
        var report = reports.require(id);
        var name = "supply-report-" + report.quarter();
        var frozen = report.edition().map(editions::of).orElse(null);
        return frozen == null
                ? new Paper(name, report.title(), filled(report).pieces(), null)
                : new Paper(name, frozen.title(), frozen.pieces(), frozen);
    }

    @Transactional
    List<SupplyReport> latest(Filter filter, @Nullable Keyset after, int limit) {
        return reports.latest(filter, after, limit);
    }

    @Transactional
    List<SupplyEntry> history(UUID id, @Nullable UUID before, int limit) {
        return reports.history(reports.require(id).id(), before, limit);
    }

    FillReport filled(SupplyReport report) {
        var name = departments
                .findByIdOptional(report.department())
                .map(department -> department.name(Locale.SIMPLIFIED_CHINESE))
                .orElse(report.department());
        return new FillReport(report, name);
    }
}
