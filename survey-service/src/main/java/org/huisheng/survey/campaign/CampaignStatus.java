package org.huisheng.survey.campaign;

/** How far a campaign is. A scheduled one opens, and an open one closes, when its time comes or by hand before that. */
public enum CampaignStatus {
    DRAFT,
    SCHEDULED,
    OPEN,
    CLOSED;

    boolean canBecome(CampaignStatus next) {
        return switch (this) {
            case DRAFT -> next == SCHEDULED || next == OPEN;
            case SCHEDULED -> next == DRAFT || next == OPEN || next == CLOSED;
            case OPEN -> next == CLOSED;
            case CLOSED -> false;
        };
    }
}
