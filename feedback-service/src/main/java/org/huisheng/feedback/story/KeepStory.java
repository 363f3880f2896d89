package org.huisheng.feedback.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.story.CaseStories.Filter;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Writes stories down, and shows them to those who work on them: a liaison those of their department. */
@ApplicationScoped
class KeepStory {

    private final CaseStories stories;
    private final CheckTelling checkTelling;
    private final Caller caller;
    private final Clock clock;

    KeepStory(CaseStories stories, CheckTelling checkTelling, Caller caller, Clock clock) {
        this.stories = stories;
        this.checkTelling = checkTelling;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Written(CaseStory story, boolean isNew) {}

    @Transactional
    Written write(@Nullable UUID chosenId, Telling telling) {
        caller.requireDepartment(telling.department());
        var known = chosenId == null ? null : stories.findById(chosenId);
        if (known != null) {
            known.requireMadeOf(telling);
            return new Written(known, false);
        }
        var now = clock.instant();
        var id = chosenId == null ? Uuid7.at(now) : chosenId;
        checkTelling.written(id, telling);
        var story = new CaseStory(id, telling, caller.name(), now);
        stories.persistAndFlush(story);
        stories.getEntityManager().persist(new StoryEntry(id, now, caller.name(), StoryStep.WRITTEN, null));
        return new Written(story, true);
    }

    @Transactional
    CaseStory revise(UUID id, @Nullable Long expected, Telling telling) {
        var story = stories.require(id);
        caller.requireDepartment(story.department());
        caller.requireDepartment(telling.department());
        story.verify(expected);
        story.requireDraft();
        checkTelling.written(id, telling);
        var now = clock.instant();
        story.revise(telling, caller.name(), now);
        stories.flush();
        stories.getEntityManager().persist(new StoryEntry(id, now, caller.name(), StoryStep.REVISED, null));
        return story;
    }

    @Transactional
    CaseStory read(UUID id) {
        var story = stories.require(id);
        caller.requireDepartment(story.department());
        return story;
    }

    @Transactional
    List<StoryEntry> history(UUID id, @Nullable UUID before, int limit) {
        caller.requireDepartment(stories.require(id).department());
        return stories.history(id, before, limit);
    }

    @Transactional
    List<CaseStory> latest(Filter filter, @Nullable Keyset after, int limit) {
        var scope = caller.departmentScope();
        if (scope.isEmpty()) {
            return stories.latest(filter, after, limit);
        }
        if (filter.department() != null && !filter.department().equals(scope.get())) {
            throw new NotAllowed("foreign-department");
        }
        return stories.latest(new Filter(scope.get(), filter.status()), after, limit);
    }
}
