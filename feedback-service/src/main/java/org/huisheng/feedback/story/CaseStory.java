package org.huisheng.feedback.story;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.huisheng.events.StoryEvent.StoryPublished;
import org.huisheng.events.StoryEvent.StoryWithdrawn;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A story of the case library. Its words may be changed as long as nobody reads them but those who work here; published, it
 * stays as it is until it is taken back for good.
 */
@Entity
class CaseStory {

    static final int MOST_SOURCES = 20;
    static final int MOST_PICTURES = 12;

    private static final int AT_ONCE = 50;

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;
    private String department;
    private String title;
    private String summary;
    private String body;
    private @Nullable String titleEn;
    private @Nullable String summaryEn;
    private @Nullable String bodyEn;

    @Enumerated(EnumType.STRING)
    private StoryStatus status;

    private String[] authors;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable String reason;
    private @Nullable String slug;
    private @Nullable String approvedBy;
    private @Nullable Instant publishedAt;
    private @Nullable String withdrawnBy;
    private @Nullable Instant withdrawnAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = AT_ONCE)
    @CollectionTable(name = "case_story_case", joinColumns = @JoinColumn(name = "story"))
    @Column(name = "case_id")
    private Set<UUID> cases = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = AT_ONCE)
    @CollectionTable(name = "case_story_project", joinColumns = @JoinColumn(name = "story"))
    @Column(name = "project")
    private Set<UUID> projects = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = AT_ONCE)
    @CollectionTable(name = "case_story_picture", joinColumns = @JoinColumn(name = "story"))
    @OrderColumn(name = "number")
    private List<Shown> pictures = new ArrayList<>();

    @NullUnmarked
    protected CaseStory() {}

    CaseStory(UUID id, Telling telling, String author, Instant now) {
        this.id = id;
        this.contentDigest = telling.digest();
        this.status = StoryStatus.DRAFT;
        this.authors = new String[] {author};
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.updatedAt = createdAt;
        write(telling, now);
    }

    /** @throws Conflict unless it was made of this */
    void requireMadeOf(Telling telling) {
        if (!Arrays.equals(contentDigest, telling.digest())) {
            throw new Conflict("story-differs", id);
        }
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    /** Whoever changes a word is an author of it. */
    void revise(Telling telling, String author, Instant now) {
        requireDraft();
        if (!authors().contains(author)) {
            authors = Arrays.copyOf(authors, authors.length + 1);
            authors[authors.length - 1] = author;
        }
        write(telling, now);
    }

    private void write(Telling telling, Instant now) {
        department = telling.department();
        title = telling.title();
        summary = telling.summary();
        body = telling.body();
        titleEn = telling.titleEn();
        summaryEn = telling.summaryEn();
        bodyEn = telling.bodyEn();
        cases.retainAll(telling.cases());
        cases.addAll(telling.cases());
        projects.retainAll(telling.projects());
        projects.addAll(telling.projects());
        pictures.clear();
        pictures.addAll(telling.pictures());
        touch(now);
    }

    void requireDraft() {
        if (status != StoryStatus.DRAFT) {
            throw new Conflict("story-not-draft", id);
        }
    }

    void pictured(Instant now) {
        requireDraft();
        touch(now);
    }

    void submit(Instant now) {
        become(StoryStatus.SUBMITTED);
        reason = null;
        touch(now);
    }

    void giveBack(String reader, String why, Instant now) {
        requireAnother(reader);
        if (status != StoryStatus.SUBMITTED) {
            throw Conflict.transition("story", status, StoryStatus.DRAFT);
        }
        become(StoryStatus.DRAFT);
        reason = why;
        touch(now);
    }

    StoryPublished publish(String reader, String address, Instant now) {
        become(StoryStatus.PUBLISHED);
        requireAnother(reader);
        slug = address;
        approvedBy = reader;
        publishedAt = now.truncatedTo(ChronoUnit.MICROS);
        touch(now);
        return new StoryPublished(id, department, now.truncatedTo(ChronoUnit.MICROS));
    }

    /** @return what others hear of it, if it was published */
    Optional<StoryWithdrawn> withdraw(String who, String why, Instant now) {
        become(StoryStatus.WITHDRAWN);
        withdrawnBy = who;
        withdrawnAt = now.truncatedTo(ChronoUnit.MICROS);
        reason = why;
        touch(now);
        return publishedAt()
                .map(since -> new StoryWithdrawn(id, department, since, now.truncatedTo(ChronoUnit.MICROS)));
    }

    private void requireAnother(String reader) {
        if (authors().contains(reader)) {
            throw new NotAllowed("own-story");
        }
    }

    private void become(StoryStatus next) {
        if (!status.canBecome(next)) {
            throw Conflict.transition("story", status, next);
        }
        status = next;
    }

    private void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String department() {
        return department;
    }

    StoryStatus status() {
        return status;
    }

    Telling telling() {
        return new Telling(
                department,
                title,
                summary,
                body,
                titleEn,
                summaryEn,
                bodyEn,
                new TreeSet<>(cases),
                new TreeSet<>(projects),
                List.copyOf(pictures));
    }

    List<String> authors() {
        return List.of(authors);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<String> slug() {
        return Optional.ofNullable(slug);
    }

    Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    Optional<String> withdrawnBy() {
        return Optional.ofNullable(withdrawnBy);
    }

    Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }
}
