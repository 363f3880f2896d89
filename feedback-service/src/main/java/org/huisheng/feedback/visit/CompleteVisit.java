package org.huisheng.feedback.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.enterprise.Contact;
import org.huisheng.feedback.enterprise.Enterprise;
import org.huisheng.feedback.enterprise.Enterprises;
import org.huisheng.feedback.intake.Intake;
import org.huisheng.feedback.intake.Source;
import org.huisheng.feedback.intake.Stakeholder;
import org.huisheng.feedback.opening.OpenCase;
import org.huisheng.feedback.opening.OpenCase.Wanted;
import org.huisheng.feedback.request.Moments;
import org.huisheng.feedback.visit.Visit.Arrangement;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** Takes in what a surveyor brings home, once however often the phone tries: the visit and a case for each slip. */
@ApplicationScoped
class CompleteVisit {

    private final Visits visits;
    private final ArrangeVisit arrange;
    private final Enterprises enterprises;
    private final Departments departments;
    private final DemandSlips slips;
    private final OpenCase openCase;
    private final CaseJournal journal;
    private final ReadVisits read;
    private final VisitAccess access;
    private final Outbox outbox;
    private final Clock clock;

    CompleteVisit(
            Visits visits,
            ArrangeVisit arrange,
            Enterprises enterprises,
            Departments departments,
            DemandSlips slips,
            OpenCase openCase,
            CaseJournal journal,
            ReadVisits read,
            VisitAccess access,
            Outbox outbox,
            Clock clock) {
        this.visits = visits;
        this.arrange = arrange;
        this.enterprises = enterprises;
        this.departments = departments;
        this.slips = slips;
        this.openCase = openCase;
        this.journal = journal;
        this.read = read;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Completed(VisitFile file, boolean isNew) {}

    /** @param unplanned where it was, for a visit nobody had arranged; it does not matter if the visit is known */
    @Transactional
    Completed complete(UUID id, @Nullable Where unplanned, Completion report) {
        visits.inTurn(id);
        var now = clock.instant();
        var visit = visits.locked(id).orElse(null);
        if (visit == null) {
            visit = madeUp(id, unplanned, report, now);
        }
        access.requireHandler(visit);
        if (visit.status() == VisitStatus.COMPLETED) {
            if (!visit.wasCompletedWith(report)) {
                throw new Conflict("visit-completed", id);
            }
            return new Completed(read.file(visit), false);
        }
        outbox.append(visit.complete(report, now), visit::version);
        openCases(visit, report);
        return new Completed(read.file(visit), true);
    }

    private Visit madeUp(UUID id, @Nullable Where unplanned, Completion report, Instant now) {
        if (unplanned == null) {
            throw new NotFound("visit", id);
        }
        var day = LocalDate.ofInstant(Moments.past(report.visitedAt(), now), BusinessCalendar.ZONE);
        var arranged = new Arrangement(VisitOrigin.FIELD, day, access.actor(), access.department(), unplanned.digest());
        return arrange.make(id, unplanned, arranged, now);
    }

    private void openCases(Visit visit, Completion report) {
        var enterprise = enterprises.require(visit.enterprise());
        for (var ordinal = 0; ordinal < report.slips().size(); ordinal++) {
            var slip = report.slips().get(ordinal);
            var opened = openCase.open(
                    null,
                    new Wanted(intake(visit, slip, stakeholder(enterprise, report.contact())), true)
                            .withContactBy(writer(enterprise, report.contact())));
            var matter = opened.file().matter();
            slips.add(visit.id(), ordinal, matter.id());
            if (slip.department() != null) {
                departments.requireActive("/slips/" + ordinal + "/department", slip.department());
                journal.record(matter.assign(slip.department(), new Act(access.actor(), clock.instant(), null, null)));
            }
        }
    }

    private static Intake intake(Visit visit, Slip slip, Stakeholder stakeholder) {
        return new Intake(
                Side.ENTERPRISE,
                slip.category(),
                slip.severity(),
                slip.title(),
                slip.description(),
                visit.visitedAt().orElse(null),
                stakeholder,
                new Source("DemandSlip", visit.id().toString()),
                null);
    }

    /** Whose word a contact is: nobody's in particular, if the register knows that one is reached there. */
    private @Nullable String writer(Enterprise enterprise, @Nullable Contact met) {
        return met == null || enterprise.isReachedBy(met)
                ? null
                : access.ownDepartment().orElse(null);
    }

    /** Whom the surveyor met, else whom one asks for at this enterprise. */
    private static Stakeholder stakeholder(Enterprise enterprise, @Nullable Contact met) {
        var contact =
                met != null ? met : enterprise.contacts().stream().findFirst().orElse(null);
        return contact == null
                ? new Stakeholder(null, null, null, enterprise.name())
                : new Stakeholder(contact.name(), contact.phone(), contact.email(), enterprise.name());
    }
}
