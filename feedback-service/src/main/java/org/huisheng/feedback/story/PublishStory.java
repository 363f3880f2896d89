package org.huisheng.feedback.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.reading.Bigrams;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** From a draft that is done to a story everybody reads, and back again. */
@ApplicationScoped
class PublishStory {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** No signs that look like others: people type it off paper. */
    private static final String SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int RANDOM_SIGNS = 5;

    private final CaseStories stories;
    private final CheckTelling checkTelling;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    PublishStory(CaseStories stories, CheckTelling checkTelling, Outbox outbox, Caller caller, Clock clock) {
        this.stories = stories;
        this.checkTelling = checkTelling;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    CaseStory submit(UUID id, @Nullable Long expected) {
        var story = current(id, expected);
        caller.requireDepartment(story.department());
        var now = clock.instant();
        story.submit(now);
        return noted(story, StoryStep.SUBMITTED, null, now);
    }

    @Transactional
    CaseStory giveBack(UUID id, @Nullable Long expected, String reason) {
        var story = current(id, expected);
        var now = clock.instant();
        story.giveBack(caller.name(), reason, now);
        return noted(story, StoryStep.RETURNED, reason, now);
    }

    @Transactional
    CaseStory publish(UUID id, @Nullable Long expected) {
        var story = current(id, expected);
        var now = clock.instant();
        var published = story.publish(caller.name(), address(now), now);
        checkTelling.read(story.telling());
        outbox.append(published, story::version);
        var noted = noted(story, StoryStep.PUBLISHED, null, now);
        stories.index(id, Bigrams.vector(List.copyOf(story.telling().texts().values())));
        return noted;
    }

    @Transactional
    CaseStory withdraw(UUID id, @Nullable Long expected, String reason) {
        var story = current(id, expected);
        var now = clock.instant();
        story.withdraw(caller.name(), reason, now).ifPresent(event -> outbox.append(event, story::version));
        var noted = noted(story, StoryStep.WITHDRAWN, reason, now);
        stories.forget(id);
        return noted;
    }

    /** Another choice for the same month takes its place. */
    @Transactional
    StoryOfMonth choose(YearMonth month, UUID id) {
        var now = clock.instant();
        if (month.isAfter(YearMonth.from(now.atZone(BusinessCalendar.ZONE)))) {
            throw new Conflict("story-month-not-begun", month.toString());
        }
        // Held, so that nobody takes it back meanwhile.
        var story = stories.findByIdOptional(id)
                .map(found -> stories.hold(found.id()))
                .filter(found -> found.status() == StoryStatus.PUBLISHED)
                .orElseThrow(() -> new RuleViolated(List.of(new Violation("/story", "unpublished-story", id))));
        var other = stories.monthOf(id).filter(known -> !known.month().equals(month));
        if (other.isPresent()) {
            throw new Conflict("story-chosen-already", other.get().month().toString());
        }
        var chosen = stories.of(month).orElse(null);
        if (chosen == null) {
            chosen = new StoryOfMonth(month, id, caller.name(), now);
            stories.getEntityManager().persist(chosen);
        } else if (chosen.story().equals(id)) {
            return chosen;
        } else {
            chosen.choose(id, caller.name(), now);
        }
        noted(story, StoryStep.CHOSEN, month.toString(), now);
        return chosen;
    }

    @Transactional
    List<StoryOfMonth> months(@Nullable YearMonth before, int limit) {
        return stories.months(before, limit);
    }

    private String address(Instant now) {
        var month = YearMonth.from(now.atZone(BusinessCalendar.ZONE));
        String address;
        do {
            var signs = new StringBuilder("%d%02d-".formatted(month.getYear(), month.getMonthValue()));
            for (var i = 0; i < RANDOM_SIGNS; i++) {
                signs.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
            }
            address = signs.toString();
        } while (stories.isTaken(address));
        return address;
    }

    private CaseStory noted(CaseStory story, StoryStep step, @Nullable String words, Instant now) {
        // The story first: whoever loses a race hears of the lost update.
        stories.flush();
        stories.getEntityManager().persist(new StoryEntry(story.id(), now, caller.name(), step, words));
        return story;
    }

    private CaseStory current(UUID id, @Nullable Long expected) {
        var story = stories.require(id);
        story.verify(expected);
        return story;
    }
}
