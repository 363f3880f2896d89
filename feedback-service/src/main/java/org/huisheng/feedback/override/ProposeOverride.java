package org.huisheng.feedback.override;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.casework.OverrideOutcome;
import org.huisheng.feedback.casework.Overriding;
import org.huisheng.feedback.notice.TellStaff;

/** The first person says why the case should be settled without the stakeholder. */
@ApplicationScoped
class ProposeOverride {

    private final Cases cases;
    private final OverrideProposals proposals;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final TellStaff tellStaff;
    private final Clock clock;

    ProposeOverride(
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
    OverrideProposal propose(UUID id, ExpectedVersion expected, OverrideOutcome outcome, String reason) {
        var matter = cases.require(id);
        access.requireOutsider(matter);
        expected.verify(matter);
        var act = new Act(access.actor(), clock.instant(), reason, null);
        // The step first: of two who propose at once, the one that loses hears of the lost update.
        journal.record(Overriding.request(matter, outcome, act));
        var number = proposals.nextNumber(id, matter.attempt());
        var proposal = new OverrideProposal(matter, number, outcome, reason, act);
        proposals.persist(proposal);
        tellStaff.overrideProposed(id, matter.department().orElse(null), act.at());
        return proposal;
    }

    @Transactional
    List<OverrideProposal> of(UUID id) {
        access.requireReader(cases.require(id));
        return proposals.newest(id);
    }
}
