package org.huisheng.survey.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.huisheng.kit.problem.DomainException;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.Problem;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.response.ResponseResource.SubmissionBody;
import org.jspecify.annotations.Nullable;

/** Takes in what an offline client has gathered. Each response stands alone: one refused does not hold up its neighbours. */
@ApplicationScoped
class SubmitBatch {

    private static final int MAX_RESPONSES = 500;

    private final SubmitResponse submitResponse;
    private final Receipts receipts;
    private final ProblemTexts texts;

    SubmitBatch(SubmitResponse submitResponse, Receipts receipts, ProblemTexts texts) {
        this.submitResponse = submitResponse;
        this.receipts = receipts;
        this.texts = texts;
    }

    record BatchBody(List<SubmissionBody> responses) {}

    record BatchView(List<ItemView> results) {}

    /** @param responseId as posted, null when there was none to read */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String responseId,

            int status,
            @Nullable String receipt,
            @Nullable Problem problem) {}

    /** Results are in the order of the responses. @throws Malformed if the body is no list of at most 500 */
    BatchView submit(JsonNode body, @Nullable String acceptLanguage) {
        var posted = body.path("responses");
        if (!body.isObject() || body.size() != 1 || !posted.isArray()) {
            throw new Malformed(new Violation("/responses", "list-expected"));
        }
        if (posted.size() > MAX_RESPONSES) {
            throw new Malformed(new Violation("/responses", "too-many", MAX_RESPONSES));
        }
        var locale = ProblemTexts.negotiate(acceptLanguage);
        var inFlight = new HashMap<UUID, CompletableFuture<ItemView>>();
        var results = new ArrayList<CompletableFuture<ItemView>>(posted.size());
        for (var item : posted) {
            results.add(submitOne(item, inFlight, locale));
        }
        return new BatchView(results.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<ItemView> submitOne(
            JsonNode item, HashMap<UUID, CompletableFuture<ItemView>> inFlight, Locale locale) {
        try {
            var submission = SubmissionReader.read(item);
            var sameId = inFlight.get(submission.responseId());
            if (sameId != null) {
                sameId.join(); // order within the batch decides which of two contents is first
            }
            var result = submitResponse
                    .submit(submission)
                    .handle((stored, failure) -> failure == null
                            ? new ItemView(
                                    submission.responseId().toString(),
                                    stored.fresh() ? 201 : 200,
                                    receipts.receipt(stored.id()),
                                    null)
                            : refused(item, failure, locale))
                    .toCompletableFuture();
            inFlight.put(submission.responseId(), result);
            return result;
        } catch (DomainException refusal) {
            return CompletableFuture.completedFuture(refused(item, refusal, locale));
        }
    }

    private ItemView refused(JsonNode item, Throwable failure, Locale locale) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof DomainException refusal) {
            var id = item.path("responseId");
            return new ItemView(
                    id.isTextual() ? id.textValue() : null,
                    refusal.status(),
                    null,
                    texts.render(refusal, locale, null));
        }
        // The whole batch fails; what was stored of it is found again when the client repeats it.
        throw new CompletionException(cause);
    }
}
