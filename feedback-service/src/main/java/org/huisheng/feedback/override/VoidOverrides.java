package org.huisheng.feedback.override;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.StepFollower;
import org.huisheng.feedback.casework.StepKind;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.feedback.notice.TellStaff;

/** What the stakeholder says, or the end of the case, leaves nothing to be decided in their stead. */
@ApplicationScoped
class VoidOverrides implements StepFollower {

    private final OverrideProposals proposals;
    private final TellStaff tellStaff;

    VoidOverrides(OverrideProposals proposals, TellStaff tellStaff) {
        this.proposals = proposals;
        this.tellStaff = tellStaff;
    }

    @Override
    public void follow(Case matter, TimelineEntry entry) {
        if (settles(entry.step())) {
            proposals.waiting(matter.id()).ifPresent(proposal -> voidIt(matter, proposal, entry.actor(), entry.at()));
        }
    }

    private void voidIt(Case matter, OverrideProposal proposal, String actor, Instant now) {
        proposal.voidBy(actor, now);
        tellStaff.overrideSettled(matter.id(), now);
    }

    private static boolean settles(StepKind step) {
        return step == StepKind.CONFIRMED || step == StepKind.DISPUTED || step == StepKind.CLOSED;
    }
}
