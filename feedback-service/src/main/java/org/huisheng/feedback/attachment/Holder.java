package org.huisheng.feedback.attachment;

import java.util.UUID;

/** What a file is beside. */
public sealed interface Holder {

    UUID id();

    record OfCase(UUID id) implements Holder {}

    record OfComment(UUID id) implements Holder {}

    record OfProject(UUID id) implements Holder {}

    record OfStory(UUID id) implements Holder {}

    record OfPlanTask(UUID id) implements Holder {}

    /** By which an attachment names it. */
    default String field() {
        return switch (this) {
            case OfCase _ -> "caseId";
            case OfComment _ -> "comment";
            case OfProject _ -> "project";
            case OfStory _ -> "story";
            case OfPlanTask _ -> "planTask";
        };
    }
}
