package org.huisheng.feedback.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.enterprise.ContactJson;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.visit.CompletionRequest.SlipRequest;
import org.huisheng.kit.problem.DomainException;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.Problem;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.problem.UnreadableJson;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Takes in what a phone has gathered offline. Each report stands alone: one refused does not hold up its neighbours. */
@ApplicationScoped
class CompleteBatch {

    private static final int MAX_COMPLETIONS = 200;

    private final CompleteVisit completeVisit;
    private final ProblemTexts texts;
    private final VisitConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    CompleteBatch(CompleteVisit completeVisit, ProblemTexts texts, VisitConfig config, ObjectMapper json, Clock clock) {
        this.completeVisit = completeVisit;
        this.texts = texts;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    record CompletionsRequest(List<CompletionItem> completions) {}

    /** A report of {@link CompletionRequest} and the visit it is about. */
    record CompletionItem(
            @Nullable UUID visitId,
            @Nullable Integer satisfaction,
            @Nullable List<SlipRequest> slips,
            @Nullable Instant visitedAt,
            @Nullable ContactJson contact,
            @Nullable String note,
            @Nullable WhereRequest unplanned) {

        CompletionRequest report() {
            return new CompletionRequest(satisfaction, slips, visitedAt, contact, note, unplanned);
        }
    }

    record CompletionsView(List<CompletionResult> results) {}

    /**
     * @param visitId as posted, null when there was none to read
     * @param cases what the slips have become, in their order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CompletionResult(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String visitId,

            int status,
            @Nullable List<UUID> cases,
            @Nullable Problem problem) {}

    /** Results are in the order of the reports. @throws Malformed if the body is no list of at most 200 */
    CompletionsView complete(JsonNode body, @Nullable String acceptLanguage) {
        var posted = body.path("completions");
        if (!body.isObject() || body.size() != 1 || !posted.isArray()) {
            throw new Malformed(new Violation("/completions", "list-expected"));
        }
        if (posted.size() > MAX_COMPLETIONS) {
            throw new Malformed(new Violation("/completions", "too-many", MAX_COMPLETIONS));
        }
        var locale = ProblemTexts.negotiate(acceptLanguage);
        var results = new ArrayList<CompletionResult>(posted.size());
        for (var item : posted) {
            results.add(completeOne(item, locale));
        }
        return new CompletionsView(results);
    }

    private CompletionResult completeOne(JsonNode item, Locale locale) {
        try {
            var wanted = read(item);
            var checks = new Checks();
            var id = checks.required("/visitId", wanted.visitId(), new UUID(0, 0));
            var report = wanted.report().check(checks, clock.instant(), config.category());
            var where = wanted.report().where(checks);
            checks.passed();
            var completed = completeVisit.complete(id, where, report);
            var cases = completed.file().slips().stream().map(Case::id).toList();
            return new CompletionResult(id.toString(), completed.isNew() ? 201 : 200, cases, null);
        } catch (DomainException refusal) {
            var id = item.path("visitId");
            return new CompletionResult(
                    id.isTextual() ? id.textValue() : null,
                    refusal.status(),
                    null,
                    texts.render(refusal, locale, null));
        }
    }

    private CompletionItem read(JsonNode item) {
        try {
            var wanted = json.treeToValue(item, CompletionItem.class);
            if (wanted == null) {
                throw new Malformed("malformed");
            }
            return wanted;
        } catch (JsonProcessingException unreadable) {
            throw UnreadableJson.refusal(unreadable);
        }
    }
}
