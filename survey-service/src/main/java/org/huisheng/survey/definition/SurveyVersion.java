package org.huisheng.survey.definition;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.huisheng.events.Side;
import org.jspecify.annotations.NullUnmarked;

/** What was published; neither we nor the database lets it change. */
@Entity
@Immutable
class SurveyVersion {

    @Embeddable
    record Id(UUID surveyId, int version) implements Serializable {}

    @EmbeddedId
    private Id id;

    private String title;

    @Enumerated(EnumType.STRING)
    private Side side;

    @JdbcTypeCode(SqlTypes.JSON)
    private String definition;

    @JdbcTypeCode(SqlTypes.JSON)
    private String measures;

    private Instant publishedAt;

    @NullUnmarked
    protected SurveyVersion() {}

    SurveyVersion(Id id, String title, Side side, String definition, String measures, Instant publishedAt) {
        this.id = id;
        this.title = title;
        this.side = side;
        this.definition = definition;
        this.measures = measures;
        this.publishedAt = publishedAt;
    }

    Id id() {
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

    Instant publishedAt() {
        return publishedAt;
    }
}
