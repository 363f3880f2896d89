package org.huisheng.feedback.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A story as those see it who work on it. */
record StoryView(
        CaseStoryLine story,
        String body,
        @Nullable String titleEn,
        @Nullable String summaryEn,
        @Nullable String bodyEn,
        List<UUID> cases,
        List<UUID> projects,
        List<Shown> pictures,
        List<String> authors,
        @Nullable String reason,
        @Nullable String approvedBy,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt) {

    /** @param slug by which everybody finds it, once it is published */
    record CaseStoryLine(
            UUID id,
            long version,
            String department,
            String title,
            String summary,
            StoryStatus status,
            @Nullable String slug,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant publishedAt,
            List<String> authors) {

        static CaseStoryLine of(CaseStory story) {
            var telling = story.telling();
            return new CaseStoryLine(
                    story.id(),
                    story.version(),
                    telling.department(),
                    telling.title(),
                    telling.summary(),
                    story.status(),
                    story.slug().orElse(null),
                    story.createdAt(),
                    story.updatedAt(),
                    story.publishedAt().orElse(null),
                    story.authors());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record CaseStoryPage(
            List<CaseStoryLine> items, @Nullable String next) {}

    record StoryEntryView(
            Instant at,
            String actor,
            StoryStep step,
            @Nullable String words) {
        static StoryEntryView of(StoryEntry entry) {
            return new StoryEntryView(
                    entry.at(), entry.actor(), entry.step(), entry.words().orElse(null));
        }
    }

    /** @param next cursor of the following page, null on the last */
    record StoryEntryPage(
            List<StoryEntryView> items, @Nullable String next) {}

    static StoryView of(CaseStory story) {
        var telling = story.telling();
        return new StoryView(
                CaseStoryLine.of(story),
                telling.body(),
                telling.titleEn(),
                telling.summaryEn(),
                telling.bodyEn(),
                List.copyOf(telling.cases()),
                List.copyOf(telling.projects()),
                telling.pictures(),
                story.authors(),
                story.reason().orElse(null),
                story.approvedBy().orElse(null),
                story.withdrawnBy().orElse(null),
                story.withdrawnAt().orElse(null));
    }

    static RestResponse<StoryView> answer(CaseStory story) {
        return answer(ResponseBuilder.create(200), story);
    }

    static RestResponse<StoryView> answer(ResponseBuilder<StoryView> response, CaseStory story) {
        return response.entity(of(story))
                .tag(EntityVersion.tag(story.version()))
                .build();
    }
}
