package org.huisheng.survey.definition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.huisheng.events.Side;
import org.jspecify.annotations.NullUnmarked;

/** A questionnaire being written. Its draft may change at any time; each publication freezes it as the next version. */
@Entity
class Survey {

    @Id
    private UUID id;

    private String title;

    @Enumerated(EnumType.STRING)
    private Side side;

    @JdbcTypeCode(SqlTypes.JSON)
    private String definition;

    @JdbcTypeCode(SqlTypes.JSON)
    private String measures;

    private int latestVersion;

    private Instant createdAt;

    @Version
    @Column(name = "lock_version")
    private long lockVersion;

    @NullUnmarked
    protected Survey() {}

    Survey(UUID id, String title, Side side, String definition, String measures, Instant createdAt) {
        this.id = id;
        this.title = title;
        this.side = side;
        this.definition = definition;
        this.measures = measures;
        this.createdAt = createdAt;
    }

    void redraft(String newTitle, String newDefinition, String newMeasures) {
        title = newTitle;
        definition = newDefinition;
        measures = newMeasures;
    }

    SurveyVersion publish(Instant now) {
        latestVersion++;
        return new SurveyVersion(new SurveyVersion.Id(id, latestVersion), title, side, definition, measures, now);
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    Side side() {
        return side;
    }

    String definition() {
        return definition;
    }

    String measures() {
        return measures;
    }

    int latestVersion() {
        return latestVersion;
    }

    Instant createdAt() {
        return createdAt;
    }

    long lockVersion() {
        return lockVersion;
    }
}
