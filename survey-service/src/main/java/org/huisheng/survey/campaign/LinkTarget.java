package org.huisheng.survey.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.survey.definition.CompiledVersion;
import org.jspecify.annotations.Nullable;

/**
 * Everything a link leads to, as one consistent reading of the database.
 *
 * @param closedAt when it ended, null as long as that has not been written down
 * @param grace how long after the end answers given before it still come in; zero for not at all
 */
public record LinkTarget(
        String token,
        UUID campaignId,
        String campaign,
        CampaignStatus status,
        Instant opensAt,
        Instant closesAt,
        boolean anonymous,
        Access access,
        boolean used,
        @Nullable Integer quota,
        int responseCount,
        @Nullable String station,
        @Nullable String department,
        @Nullable Instant closedAt,
        Duration grace,
        CompiledVersion version) {

    public LinkState state(Instant now) {
        return switch (status) {
            case DRAFT -> LinkState.NOT_YET_OPEN;
            case CLOSED -> LinkState.CLOSED;
            // The clock that makes a scheduled campaign an open one may be a second late; the times are not.
            case SCHEDULED, OPEN -> {
                if (now.isBefore(opensAt)) {
                    yield LinkState.NOT_YET_OPEN;
                }
                if (!now.isBefore(closesAt)) {
                    yield LinkState.CLOSED;
                }
                if (used) {
                    yield LinkState.USED;
                }
                yield quota != null && responseCount >= quota ? LinkState.FULL : LinkState.OPEN;
            }
        };
    }

    /** Whether an answer given at that time may still come in, though nobody may begin one any more. */
    public boolean takesLate(Instant answeredAt, Instant now) {
        var end = closedAt == null ? closesAt : closedAt;
        return state(now) == LinkState.CLOSED && answeredAt.isBefore(end) && now.isBefore(end.plus(grace));
    }

    /** Whether each response must be counted, or its link spent, under a lock. */
    public boolean limited() {
        return quota != null || access == Access.SINGLE_USE;
    }
}
