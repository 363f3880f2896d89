package org.huisheng.feedback.intake;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a stakeholder asks for, as somebody took it down.
 *
 * @param receivedAt when the stakeholder spoke, which may be long before it is taken down; null for now
 */
@Embeddable
public record Intake(
        @Enumerated(EnumType.STRING) Side side,
        String category,
        @Enumerated(EnumType.STRING) Severity severity,
        String title,
        String description,
        @Nullable Instant receivedAt,
        @Nullable Stakeholder stakeholder,
        @Nullable Source source) {

    public Intake receivedBy(Instant now) {
        var received = receivedAt == null ? now : receivedAt.truncatedTo(ChronoUnit.MICROS);
        return new Intake(side, category, severity, title, description, received, stakeholder, source);
    }

    public byte[] digest() {
        return FieldDigest.of(
                side,
                category,
                severity,
                title,
                description,
                receivedAt,
                stakeholder == null ? null : stakeholder.name(),
                stakeholder == null ? null : stakeholder.phone(),
                stakeholder == null ? null : stakeholder.email(),
                stakeholder == null ? null : stakeholder.organisation(),
                source == null ? null : source.type(),
                source == null ? null : source.reference());
    }

    @Override
    public String toString() {
        return "Intake[" + side + ", " + category + ", …]";
    }
}
