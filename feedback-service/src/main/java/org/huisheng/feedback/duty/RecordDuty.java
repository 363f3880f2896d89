package org.huisheng.feedback.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.DutyEvent.DutyWithdrawn;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.duty.DutyRecord.Duty;
import org.huisheng.feedback.duty.DutyRecords.Filter;
import org.huisheng.feedback.post.Posts;
import org.huisheng.feedback.process.Processes;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.jspecify.annotations.Nullable;

/** Writes down, corrects and takes back how duties were performed. Nobody does so of their own department. */
@ApplicationScoped
class RecordDuty {

    private final DutyRecords records;
    private final Posts posts;
    private final Processes processes;
    private final Departments departments;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    RecordDuty(
            DutyRecords records,
            Posts posts,
            Processes processes,
            Departments departments,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.posts = posts;
        this.processes = processes;
        this.departments = departments;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Recorded(DutyRecord duty, boolean isNew) {}

    record Whole(DutyRecord duty, List<DutyRevision> revisions) {}

    @Transactional
    Recorded record(@Nullable UUID chosenId, Duty duty, Score score) {
        requireOutsider(duty.department());
        records.inTurn(duty);
        var known = chosenId == null ? null : records.findById(chosenId);
        if (known != null) {
            if (!known.wasMadeOf(duty, score)) {
                throw new Conflict("duty-differs", known.id());
            }
            return new Recorded(known, false);
        }
        requireKnown(duty);
        if (records.isRecorded(duty)) {
            throw new Conflict("duty-exists", duty.month().toString(), duty.post(), duty.process());
        }
        var now = clock.instant();
        var id = chosenId == null ? Uuid7.at(now) : chosenId;
        var made = new DutyRecord(id, duty, score, Uuid7.at(now), caller.name(), now);
        records.persist(made);
        keep(made, null);
        outbox.append(made.recorded(), made::version);
        return new Recorded(made, true);
    }

    private void requireKnown(Duty duty) {
        departments.requireActive("/department", duty.department());
        posts.requireActiveIn(duty.department(), "/post", duty.post());
        processes.requireActive("/process", duty.process());
    }

    @Transactional
    DutyRecord correct(UUID id, @Nullable Long expected, Score score) {
        var duty = mine(id, expected);
        var now = clock.instant();
        var former = duty.correct(score, Uuid7.at(now), now);
        keep(duty, null);
        outbox.append(former, duty::version);
        outbox.append(duty.recorded(), duty::version);
        return duty;
    }

    @Transactional
    DutyRecord withdraw(UUID id, @Nullable Long expected, String reason) {
        var duty = mine(id, expected);
        DutyWithdrawn former = duty.withdraw(clock.instant());
        keep(duty, reason);
        outbox.append(former, duty::version);
        return duty;
    }

    private void keep(DutyRecord duty, @Nullable String why) {
        // The record first: whoever loses a race hears of the lost update, not of a doubled revision.
        records.flush();
        records.getEntityManager().persist(duty.revisionBy(caller.name(), why));
        records.flush();
    }

    /** The office corrects all, a liaison what they have written. */
    private DutyRecord mine(UUID id, @Nullable Long expected) {
        var duty = records.require(id);
        requireOutsider(duty.department());
        if (!caller.hasRole(Role.OFFICE) && !duty.recordedBy().equals(caller.name())) {
            throw new NotAllowed("foreign-department");
        }
        duty.verify(expected);
        return duty;
    }

    /** A liaison is of some department, so that it can be another. */
    private void requireOutsider(String department) {
        var scope = caller.departmentScope();
        if (scope.or(caller::department).filter(department::equals).isPresent()) {
            throw new NotAllowed("own-duty");
        }
    }

    @Transactional
    Whole read(UUID idOrEntry) {
        var duty = records.requireAny(idOrEntry);
        var isForeign = scope().filter(own -> !own.equals(duty.department())).isPresent();
        if (isForeign && !duty.recordedBy().equals(caller.name())) {
            throw new NotAllowed("foreign-department");
        }
        return new Whole(duty, records.revisions(duty.id()));
    }

    /** A liaison lists the records of their department, or those they have written. */
    @Transactional
    List<DutyRecord> latest(Filter filter, @Nullable Keyset after, int limit) {
        var scope = scope();
        if (filter.recordedBy() != null || scope.isEmpty()) {
            return records.latest(filter, after, limit);
        }
        if (filter.department() != null && !filter.department().equals(scope.get())) {
            throw new NotAllowed("foreign-department");
        }
        return records.latest(
                new Filter(filter.month(), scope.get(), filter.post(), filter.process(), null), after, limit);
    }

    String me() {
        return caller.name();
    }

    private Optional<String> scope() {
        return caller.departmentScope();
    }
}
