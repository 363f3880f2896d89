package org.huisheng.feedback.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.casework.Merging;
import org.huisheng.feedback.task.CaseTasks;
import org.huisheng.kit.problem.DomainException.Conflict;

/** Lets one case go on for another that is about the same matter. Both are held meanwhile, so there are no chains. */
@ApplicationScoped
class MergeCases {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final CaseTasks tasks;
    private final Clock clock;

    MergeCases(Cases cases, CaseAccess access, CaseJournal journal, CaseTasks tasks, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Transactional
    CaseFile merge(UUID id, ExpectedVersion expected, UUID into, String reason) {
        cases.hold(id, into);
        var duplicate = cases.require(id);
        var survivor = cases.require(into);
        access.requireHandler(duplicate);
        access.requireHandler(survivor);
        if (duplicate.mergedInto().filter(into::equals).isPresent()) {
            return journal.file(duplicate);
        }
        expected.verify(duplicate);
        requireNoChain(duplicate, survivor);
        tasks.requireNoneOpen(id);
        var act = new Act(access.actor(), clock.instant(), reason, null);
        var step = Merging.merge(duplicate, survivor, act);
        journal.record(step);
        journal.record(Merging.join(survivor, duplicate, act));
        return journal.file(duplicate);
    }

    private void requireNoChain(Case duplicate, Case survivor) {
        if (!cases.duplicatesOf(duplicate.id()).isEmpty()) {
            throw new Conflict("merge-chain", duplicate.id());
        }
        if (cases.duplicatesOf(survivor.id()).size() >= Cases.MOST_DUPLICATES) {
            throw new Conflict("too-many-duplicates", Cases.MOST_DUPLICATES);
        }
    }

    /** What goes on in the case, for those who may read it. */
    @Transactional
    List<Case> duplicatesOf(UUID id) {
        access.requireReader(cases.require(id));
        return cases.duplicatesOf(id);
    }
}
