package org.huisheng.feedback.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.huisheng.kit.platform.Uuid7;
import org.jspecify.annotations.NullUnmarked;

/** What shows that a task was done: the number of a document, where a photograph is. Written once. */
@Entity
@Immutable
@Table(name = "plan_evidence")
class Evidence {

    static final int MOST = 50;

    @Id
    private UUID id;

    private UUID task;
    private String title;
    private String reference;
    private String addedBy;
    private Instant addedAt;

    @NullUnmarked
    protected Evidence() {}

    Evidence(UUID task, String title, String reference, String by, Instant now) {
        this.id = Uuid7.at(now);
        this.task = task;
        this.title = title;
        this.reference = reference;
        this.addedBy = by;
        this.addedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    UUID task() {
        return task;
    }

    String title() {
        return title;
    }

    String reference() {
        return reference;
    }

    String addedBy() {
        return addedBy;
    }

    Instant addedAt() {
        return addedAt;
    }
}
