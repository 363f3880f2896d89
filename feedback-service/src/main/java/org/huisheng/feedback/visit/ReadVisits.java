package org.huisheng.feedback.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.enterprise.Enterprise;
import org.huisheng.feedback.enterprise.Enterprises;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.visit.Visits.Filter;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.jspecify.annotations.Nullable;

/** Reads what the caller may see. */
@ApplicationScoped
class ReadVisits {

    private final Visits visits;
    private final DemandSlips slips;
    private final Enterprises enterprises;
    private final VisitAccess access;
    private final Clock clock;

    ReadVisits(Visits visits, DemandSlips slips, Enterprises enterprises, VisitAccess access, Clock clock) {
        this.visits = visits;
        this.slips = slips;
        this.enterprises = enterprises;
        this.access = access;
        this.clock = clock;
    }

    /** @param names of the enterprises, by id */
    record Found(List<Visit> visits, Map<UUID, String> names) {}

    @Transactional
    VisitFile one(UUID id) {
        var visit = visits.require(id);
        access.requireReader(visit);
        return file(visit);
    }

    @Transactional(TxType.MANDATORY)
    VisitFile file(Visit visit) {
        var enterprise = enterprises.require(visit.enterprise());
        var personal = access.seesPersonalData(visit);
        return new VisitFile(
                visit,
                enterprise.name(),
                personal ? enterprise.contacts() : List.of(),
                slips.of(visit.id()),
                lastSlips(visit),
                personal);
    }

    private List<Case> lastSlips(Visit visit) {
        return visits.lastWithSlips(
                        visit.enterprise(), visit.id(), visit.visitedAt().orElse(clock.instant()))
                .map(last -> slips.of(last.id()))
                .orElse(List.of());
    }

    /** A surveyor's list is narrowed to their own visits; asking for another's is refused rather than left empty. */
    Filter allowed(Filter filter) {
        var own = access.scope();
        if (own.isPresent() && filter.surveyor() != null && !filter.surveyor().equals(own.get())) {
            throw new NotAllowed("foreign-visit");
        }
        return new Filter(
                own.orElse(filter.surveyor()),
                filter.month(),
                filter.status(),
                filter.enterprise(),
                filter.earliestFirst());
    }

    /** @param allowed as it was narrowed for the caller */
    @Transactional
    Found page(Filter allowed, @Nullable Keyset after, int limit) {
        var found = visits.latest(allowed, after, limit);
        return new Found(found, names(found));
    }

    private Map<UUID, String> names(List<Visit> found) {
        var names = new HashMap<UUID, String>();
        var ids = found.stream().map(Visit::enterprise).distinct().toList();
        for (Enterprise enterprise : enterprises.list("id in ?1", ids)) {
            names.put(enterprise.id(), enterprise.name());
        }
        return names;
    }
}
