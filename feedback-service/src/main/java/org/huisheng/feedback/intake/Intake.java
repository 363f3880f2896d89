package org.huisheng.feedback.intake;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a stakeholder asks for, as somebody took it down.
 *
 * @param receivedAt when the stakeholder spoke, which may be long before it is taken down; null for now. Of a response
 *     or suggestion only the day: it may be an anonymous one, of which no more must be known anywhere
 * @param responseId the response the case came from
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
        @Nullable Source source,
        @Nullable UUID responseId) {

    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

    public Intake {
        if (receivedAt != null && isKnownByDay(source, responseId)) {
            receivedAt = receivedAt
                    .atZone(BUSINESS_ZONE)
                    .truncatedTo(ChronoUnit.DAYS)
                    .toInstant();
        }
    }

    /** Whether no more is known of the time than the day. */
    public boolean isKnownByDay() {
        return isKnownByDay(source, responseId);
    }

    private static boolean isKnownByDay(@Nullable Source source, @Nullable UUID responseId) {
        return responseId != null || isFromBox(source);
    }

    /** Whether nobody knows whose it is: only the holder of the receipt code speaks for it. */
    public boolean isFromBox() {
        return isFromBox(source);
    }

    private static boolean isFromBox(@Nullable Source source) {
        return source != null && source.type().equals(Source.SUGGESTION);
    }

    public Intake receivedBy(Instant now) {
        // Whose clock is ahead of ours spoke now.
        var received = receivedAt == null || receivedAt.isAfter(now) ? now : receivedAt.truncatedTo(ChronoUnit.MICROS);
        return new Intake(side, category, severity, title, description, received, stakeholder, source, responseId);
    }

    public Intake withSeverity(Severity other) {
        return new Intake(side, category, other, title, description, receivedAt, stakeholder, source, responseId);
    }

    public Intake withCategory(String other) {
        return new Intake(side, other, severity, title, description, receivedAt, stakeholder, source, responseId);
    }

    public Intake withStakeholder(@Nullable Stakeholder other) {
        return new Intake(side, category, severity, title, description, receivedAt, other, source, responseId);
    }

    public byte[] digest() {
        var asked = FieldDigest.of(
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
        // Cases from before responses were named keep their digest.
        return responseId == null ? asked : FieldDigest.of(asked, responseId);
    }

    @Override
    public String toString() {
        return "Intake[" + side + ", " + category + ", …]";
    }
}
