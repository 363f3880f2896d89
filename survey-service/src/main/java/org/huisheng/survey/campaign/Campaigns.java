package org.huisheng.survey.campaign;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {

    private static final int SKIP_LOCKED = -2;

    Campaign require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("campaign", id));
    }

    /** Newest first, after the given one. */
    List<Campaign> page(@Nullable UUID after, int limit) {
        return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
                .page(Page.ofSize(limit))
                .list();
    }

    List<Campaign> ofSurvey(UUID surveyId, int limit) {
        return find("surveyId = ?1", Sort.descending("id"), surveyId)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Locked for this transaction; those another process holds are left to it. */
    List<Campaign> dueToOpen(Instant now, int limit) {
        return locked(find("status = ?1 and opensAt <= ?2", Sort.by("opensAt"), CampaignStatus.SCHEDULED, now), limit);
    }

    /** Locked like those due to open. */
    List<Campaign> dueToClose(Instant now, int limit) {
        return locked(find("status = ?1 and closesAt <= ?2", Sort.by("closesAt"), CampaignStatus.OPEN, now), limit);
    }

    private static List<Campaign> locked(PanacheQuery<Campaign> due, int limit) {
        return due.withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .page(Page.ofSize(limit))
                .list();
    }
}
