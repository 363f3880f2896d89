package org.huisheng.feedback.story;

/** How far a story is. */
enum StoryStatus {
    DRAFT,
    /** Its authors are done; a second person reads it. */
    SUBMITTED,
    /** Everybody may read it. */
    PUBLISHED,
    WITHDRAWN;

    boolean canBecome(StoryStatus next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED || next == WITHDRAWN;
            case SUBMITTED -> next == DRAFT || next == PUBLISHED || next == WITHDRAWN;
            case PUBLISHED -> next == WITHDRAWN;
            case WITHDRAWN -> false;
        };
    }
}
