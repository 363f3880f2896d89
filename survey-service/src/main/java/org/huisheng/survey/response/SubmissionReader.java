package org.huisheng.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.trace.CurrentTrace;
import org.huisheng.survey.response.Submission.Device;
import org.jspecify.annotations.Nullable;

/** Reads a posted response by hand: this is the busiest request of all, and its errors name every field at once. */
final class SubmissionReader {

    private static final Set<String> FIELDS =
            Set.of("responseId", "link", "version", "answers", "startedAt", "submittedAt", "locale", "device");
    private static final Set<String> DEVICE_FIELDS = Set.of("id", "sequence");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final List<Violation> violations = new ArrayList<>(0);

    private SubmissionReader() {}

    /** @throws Malformed naming everything that is not as it should be */
    static Submission read(JsonNode body) {
        return new SubmissionReader().submission(body);
    }

    private Submission submission(JsonNode body) {
        if (!body.isObject()) {
            throw new Malformed("malformed");
        }
        onlyKnown(body, "", FIELDS);
        var responseId = required(body, "responseId", SubmissionReader::uuid);
        var link = required(body, "link", SubmissionReader::token);
        var version =
                required(body, "version", node -> node.canConvertToInt() && node.isInt() ? node.intValue() : null);
        var answers = required(body, "answers", node -> node instanceof ObjectNode object ? object : null);
        var submittedAt = required(body, "submittedAt", SubmissionReader::time);
        var startedAt = optional(body, "startedAt", SubmissionReader::time);
        var locale = optional(
                body,
                "locale",
                node -> node.isTextual() && LOCALE.matcher(node.textValue()).matches() ? node.textValue() : null);
        var device = optional(body, "device", this::device);
        if (!violations.isEmpty()
                || responseId == null
                || link == null
                || version == null
                || answers == null
                || submittedAt == null) {
            throw new Malformed(violations);
        }
        return new Submission(
                responseId,
                link,
                version,
                answers,
                startedAt,
                submittedAt,
                locale == null ? "zh-cn" : locale,
                device,
                new ContentHash(CanonicalJson.hash(body)),
                CurrentTrace.text());
    }

    private @Nullable Device device(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        onlyKnown(node, "/device", DEVICE_FIELDS);
        var id = node.path("id");
        var sequence = node.path("sequence");
        return id.isTextual()
                        && !id.textValue().isBlank()
                        && id.textValue().length() <= 100
                        && sequence.isIntegralNumber()
                        && sequence.canConvertToLong()
                        && sequence.longValue() >= 0
                ? new Device(id.textValue(), sequence.longValue())
                : null;
    }

    private <T> @Nullable T required(JsonNode body, String field, Function<JsonNode, @Nullable T> read) {
        if (body.path(field).isMissingNode() || body.path(field).isNull()) {
            violations.add(new Violation("/" + field, "required"));
            return null;
        }
        return optional(body, field, read);
    }

    private <T> @Nullable T optional(JsonNode body, String field, Function<JsonNode, @Nullable T> read) {
        var node = body.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        var value = read.apply(node);
        if (value == null) {
            violations.add(new Violation("/" + field, "wrong-type"));
        }
        return value;
    }

    private void onlyKnown(JsonNode object, String path, Set<String> known) {
        for (var field : object.properties()) {
            if (!known.contains(field.getKey())) {
                violations.add(new Violation(path + "/" + field.getKey(), "unknown-field", field.getKey()));
            }
        }
    }

    private static @Nullable UUID uuid(JsonNode node) {
        return node.isTextual() && UUID_TEXT.matcher(node.textValue()).matches()
                ? UUID.fromString(node.textValue())
                : null;
    }

    private static @Nullable String token(JsonNode node) {
        return node.isTextual()
                        && !node.textValue().isEmpty()
                        && node.textValue().length() <= 100
                ? node.textValue()
                : null;
    }

    private static @Nullable Instant time(JsonNode node) {
        if (!node.isTextual() || node.textValue().length() > 40) {
            return null;
        }
        try {
            var time = OffsetDateTime.parse(node.textValue()).toInstant();
            return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
        } catch (DateTimeException notRfc3339) {
            return null;
        }
    }
}
