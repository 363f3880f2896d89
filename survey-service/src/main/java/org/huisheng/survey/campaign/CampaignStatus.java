package org.huisheng.survey.campaign;

enum CampaignStatus {
    DRAFT,
    OPEN,
    CLOSED;

    boolean canBecome(CampaignStatus next) {
        return switch (this) {
            case DRAFT -> next == OPEN;
            case OPEN -> next == CLOSED;
            case CLOSED -> false;
        };
    }
}
