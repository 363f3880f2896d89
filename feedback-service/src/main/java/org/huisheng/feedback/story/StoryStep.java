package org.huisheng.feedback.story;

/** What was done for a story. */
enum StoryStep {
    WRITTEN,
    REVISED,
    PICTURE_ADDED,
    SUBMITTED,
    RETURNED,
    PUBLISHED,
    WITHDRAWN,
    /** As the story of a month. */
    CHOSEN
}
