package org.huisheng.feedback.override;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.casework.Overriding;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.override.OverrideProposal.Verdict;
import org.jspecify.annotations.Nullable;

/** The second person agrees, or does not. */
@ApplicationScoped
class DecideOverride {

    private final Cases cases;
    private final OverrideProposals proposals;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final TellStaff tellStaff;
    private final Clock clock;

    DecideOverride(
            Cases cases,
            OverrideProposals proposals,
            CaseAccess access,
            CaseJournal journal,
            TellStaff tellStaff,
            Clock clock) {
        this.cases = cases;
        this.proposals = proposals;
        this.access = access;
        this.journal = journal;
        this.tellStaff = tellStaff;
        this.clock = clock;
    }

    @Transactional
    CaseFile approve(UUID id, ExpectedVersion expected, int number, @Nullable String note) {
        var matter = cases.require(id);
        access.requireOutsider(matter);
        expected.verify(matter);
        var act = new Act(access.actor(), clock.instant(), note, null);
        var proposal = proposals.require(id, number);
        proposal.decide(Verdict.APPROVED, matter, act);
        tellStaff.overrideSettled(id, act.at());
        return journal.recorded(matter, Overriding.override(matter, proposal.outcome(), act));
    }

    @Transactional
    OverrideProposal refuse(UUID id, int number) {
        var matter = cases.require(id);
        access.requireOutsider(matter);
        var proposal = proposals.require(id, number);
        var act = new Act(access.actor(), clock.instant(), null, null);
        proposal.decide(Verdict.REFUSED, matter, act);
        tellStaff.overrideSettled(id, act.at());
        return proposal;
    }
}
