package org.huisheng.feedback.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.huisheng.feedback.enterprise.Enterprise;
import org.huisheng.feedback.enterprise.Enterprises;
import org.huisheng.feedback.enterprise.Parks;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.feedback.visit.Visit.Arrangement;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.Nullable;

/** Arranges single visits, changes and calls them off. */
@ApplicationScoped
class ArrangeVisit {

    private final Visits visits;
    private final Enterprises enterprises;
    private final Parks parks;
    private final ReadVisits read;
    private final VisitAccess access;
    private final Outbox outbox;
    private final Clock clock;

    ArrangeVisit(
            Visits visits,
            Enterprises enterprises,
            Parks parks,
            ReadVisits read,
            VisitAccess access,
            Outbox outbox,
            Clock clock) {
        this.visits = visits;
        this.enterprises = enterprises;
        this.parks = parks;
        this.read = read;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Arranged(VisitFile file, boolean isNew) {}

    @Transactional
    Arranged arrange(@Nullable UUID chosenId, Where where, LocalDate day, @Nullable String surveyor) {
        var goes = access.surveyor(surveyor);
        var digest = FieldDigest.of(where.digest(), day, goes);
        if (chosenId != null) {
            visits.inTurn(chosenId);
            var known = visits.findById(chosenId);
            if (known != null) {
                access.requireHandler(known);
                if (!known.wasMadeOf(digest)) {
                    throw new Conflict("visit-differs", chosenId);
                }
                return new Arranged(read.file(known), false);
            }
        }
        var arranged = new Arrangement(VisitOrigin.SINGLE, day, goes, access.department(), digest);
        return new Arranged(read.file(make(chosenId, where, arranged, clock.instant())), true);
    }

    /** Makes the visit and tells of it. */
    @Transactional(TxType.MANDATORY)
    Visit make(@Nullable UUID chosenId, Where where, Arrangement arranged, Instant now) {
        var id = chosenId == null ? Uuid7.at(now) : chosenId;
        var visit = new Visit(id, enterprise(where, now), arranged, access.actor(), now);
        visits.persistAndFlush(visit);
        outbox.append(visit.planned(), visit::version);
        return visit;
    }

    private Enterprise enterprise(Where where, Instant now) {
        if (where.enterprise() != null) {
            return enterprises.required("/enterprise", where.enterprise());
        }
        var park = Objects.requireNonNull(where.park());
        parks.require("/park", park);
        return enterprises.inPark(park, Objects.requireNonNull(where.enterpriseName()), now);
    }

    @Transactional
    VisitFile rearrange(UUID id, @Nullable Long expected, LocalDate day, @Nullable String surveyor) {
        var visit = visits.require(id);
        visit.verify(expected);
        visit.rearrange(day, surveyor);
        visits.flush();
        return read.file(visit);
    }

    @Transactional
    VisitFile miss(UUID id, @Nullable Long expected, String reason) {
        var visit = visits.require(id);
        access.requireHandler(visit);
        visit.verify(expected);
        visit.miss(reason);
        visits.flush();
        return read.file(visit);
    }

    @Transactional
    VisitFile cancel(UUID id, @Nullable Long expected, String reason) {
        var visit = visits.require(id);
        visit.verify(expected);
        outbox.append(visit.cancel(reason, clock.instant()), visit::version);
        return read.file(visit);
    }
}
