package org.huisheng.kpi.briefing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** All issues. */
@ApplicationScoped
class Briefings implements PanacheRepositoryBase<Briefing, UUID> {

    private static final Sort NEWEST_FIRST = Sort.by("period").descending();
    /** After every month there is. */
    private static final String END = "9999";

    private final Database database;

    Briefings(Database database) {
        this.database = database;
    }

    Briefing require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("briefing", id));
    }

    /**
     * For whoever is going to change it.
     *
     * @throws Outdated if it is not the version they saw
     */
    Briefing requireToChange(UUID id, @Nullable Long expected) {
        var briefing =
                findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("briefing", id));
        if (expected != null && expected != briefing.version()) {
            throw new Outdated();
        }
        return briefing;
    }

    /** Lets one at a time begin an issue or number one. */
    void hold() {
        database.read("SELECT pg_advisory_xact_lock(hashtext('briefings'))", row -> true);
    }

    boolean hasOf(String period) {
        return count("period", period) > 0;
    }

    /** Numbers are given without gaps, in the order of publishing. */
    int nextNumber() {
        return database.read("SELECT coalesce(max(number), 0) + 1 FROM briefing", row -> row.getInt(1))
                .getFirst();
    }

    /** The newest month first. @param before the last seen */
    List<Briefing> list(@Nullable BriefingStatus status, @Nullable String before, int limit) {
        var until = before == null ? END : before;
        var found = status == null
                ? find("period < ?1", NEWEST_FIRST, until)
                : find("period < ?1 and status = ?2", NEWEST_FIRST, until, status);
        return found.page(Page.ofSize(limit)).list();
    }
}
