package org.huisheng.feedback.story;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.department.Department;
import org.jspecify.annotations.Nullable;

/** A story as everybody reads it: nobody's name is in it, and no number of a case. */
record PublicStory(StoryLine story, String body, @Nullable String bodyEn, List<Shown> pictures) {

    /** @param month of which it is the story @param cover its first picture */
    record StoryLine(
            String slug,
            String title,
            String summary,
            @Nullable String titleEn,
            @Nullable String summaryEn,
            @Nullable String departmentName,
            @Nullable String departmentNameEn,
            LocalDate publishedOn,
            @Nullable Shown cover,
            @Nullable String month,
            @JsonIgnore UUID id,
            @JsonIgnore Instant place) {

        static StoryLine of(CaseStory story, @Nullable Department department) {
            var telling = story.telling();
            var published = story.publishedAt().orElseThrow();
            return new StoryLine(
                    story.slug().orElseThrow(),
                    telling.title(),
                    telling.summary(),
                    telling.titleEn(),
                    telling.summaryEn(),
                    department == null ? null : department.name(Locale.SIMPLIFIED_CHINESE),
                    department == null ? null : department.name(Locale.ENGLISH),
                    LocalDate.ofInstant(published, BusinessCalendar.ZONE),
                    telling.pictures().isEmpty() ? null : telling.pictures().getFirst(),
                    null,
                    story.id(),
                    published);
        }

        StoryLine chosenFor(String chosenMonth) {
            return new StoryLine(
                    slug,
                    title,
                    summary,
                    titleEn,
                    summaryEn,
                    departmentName,
                    departmentNameEn,
                    publishedOn,
                    cover,
                    chosenMonth,
                    id,
                    place);
        }
    }

    static PublicStory of(StoryLine line, Telling telling) {
        return new PublicStory(line, telling.body(), telling.bodyEn(), telling.pictures());
    }
}
