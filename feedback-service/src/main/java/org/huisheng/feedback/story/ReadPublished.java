package org.huisheng.feedback.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.feedback.attachment.Attachment;
import org.huisheng.feedback.attachment.Holder.OfStory;
import org.huisheng.feedback.attachment.KeepFiles;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.reading.Bigrams;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.story.PublicStory.StoryLine;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** The library as everybody sees it. */
@ApplicationScoped
class ReadPublished {

    private final CaseStories stories;
    private final Departments departments;
    private final KeepFiles files;
    private final String publicUrl;

    ReadPublished(
            CaseStories stories,
            Departments departments,
            KeepFiles files,
            @ConfigProperty(name = "huisheng.public-url") URI publicUrl) {
        this.stories = stories;
        this.departments = departments;
        this.files = files;
        this.publicUrl = publicUrl.toString().replaceFirst("/$", "");
    }

    /** @param words null for all; where there is no word in them, nothing is found */
    @Transactional
    List<StoryLine> latest(@Nullable String words, @Nullable Keyset after, int limit) {
        if (words == null) {
            return lines(stories.published(after, limit));
        }
        return Bigrams.query(words)
                .map(query -> lines(stories.found(query, after, limit)))
                .orElse(List.of());
    }

    private List<StoryLine> lines(List<CaseStory> found) {
        return found.stream().map(this::line).toList();
    }

    private StoryLine line(CaseStory story) {
        return StoryLine.of(story, departments.findById(story.department()));
    }

    /** The last that was chosen. */
    @Transactional
    Optional<StoryLine> ofMonth() {
        return stories.months(null, 1).stream()
                .findFirst()
                .map(chosen -> line(stories.require(chosen.story()))
                        .chosenFor(chosen.month().toString()));
    }

    @Transactional
    PublicStory one(String slug) {
        var story = stories.requirePublished(slug);
        var line = line(story);
        var month = stories.monthOf(story.id());
        return PublicStory.of(
                month.map(chosen -> line.chosenFor(chosen.month().toString())).orElse(line), story.telling());
    }

    /** @throws NotFound also if it is beside a published story but not shown */
    @Transactional
    Attachment picture(String slug, UUID picture) {
        var story = stories.requirePublished(slug);
        if (story.telling().pictures().stream()
                .noneMatch(shown -> shown.picture().equals(picture))) {
            throw new NotFound("attachment", picture);
        }
        return files.require(new OfStory(story.id()), picture);
    }

    /** Of a published story: no code is drawn that leads nowhere. */
    @Transactional
    String address(String slug) {
        stories.requirePublished(slug);
        return publicUrl + "/stories/" + slug;
    }
}
