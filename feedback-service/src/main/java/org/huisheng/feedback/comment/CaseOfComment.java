package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.kit.problem.DomainException.Conflict;

/** The case that follows what the government asked for: the letter says what was done, so it is asked whether it was. */
@ApplicationScoped
class CaseOfComment {

    private final Cases cases;
    private final CaseAccess access;

    CaseOfComment(Cases cases, CaseAccess access) {
        this.cases = cases;
        this.access = access;
    }

    /**
     * @param matter which may be another one, where the comment's became part of it
     * @param readable whether the caller may read it
     */
    record Followed(Case matter, boolean readable) {}

    @Transactional(TxType.MANDATORY)
    Optional<Followed> of(GovernmentComment comment) {
        return comment.caseId().map(id -> {
            var matter = cases.asked(cases.require(id));
            return new Followed(matter, access.mayRead(matter));
        });
    }

    /** What is still at work, held so that it stays as it was found until the comment has taken its step. */
    @Transactional(TxType.MANDATORY)
    Optional<UUID> unsettled(GovernmentComment comment) {
        return comment.caseId()
                .map(cases::require)
                .map(cases::asked)
                .filter(matter -> {
                    cases.holdAsItIs(matter);
                    return matter.status().isUnsettled();
                })
                .map(Case::id);
    }

    /** @throws Conflict if somebody still has to do something about the matter */
    @Transactional(TxType.MANDATORY)
    void requireSettled(GovernmentComment comment) {
        unsettled(comment).ifPresent(id -> {
            throw new Conflict("comment-case-open", id);
        });
    }
}
