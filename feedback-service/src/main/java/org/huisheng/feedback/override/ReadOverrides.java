package org.huisheng.feedback.override;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Proposals over all cases. */
@ApplicationScoped
class ReadOverrides {

    private final OverrideProposals proposals;
    private final CaseAccess access;
    private final Caller caller;

    ReadOverrides(OverrideProposals proposals, CaseAccess access, Caller caller) {
        this.proposals = proposals;
        this.access = access;
        this.caller = caller;
    }

    /** @param decidable whether the caller may be the second person */
    record Listed(OverrideProposal proposal, Case matter, boolean decidable) {}

    /** @param mine only what the caller may decide: neither their own wish nor a case of their own department */
    @Transactional
    List<Listed> newest(@Nullable OverrideState state, boolean mine, @Nullable Keyset after, int limit) {
        var decider = mine ? new Decider(caller.name(), caller.department().orElse(null)) : null;
        return proposals.newest(state, decider, after, limit).stream()
                .map(found -> new Listed(found.proposal(), found.matter(), isDecidable(found)))
                .toList();
    }

    private boolean isDecidable(Found found) {
        return found.proposal().verdict().isEmpty()
                && !found.proposal().requestedBy().equals(caller.name())
                && access.isOutsider(found.matter());
    }

    record Found(OverrideProposal proposal, Case matter) {}

    /** @param department of which they decide nothing */
    record Decider(String name, @Nullable String department) {}
}
