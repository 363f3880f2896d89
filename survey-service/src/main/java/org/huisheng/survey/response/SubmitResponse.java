package org.huisheng.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.huisheng.kit.problem.DomainException;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.campaign.LinkTarget;
import org.huisheng.survey.campaign.Links;
import org.huisheng.survey.rule.RulesInForce;
import org.jspecify.annotations.Nullable;

/**
 * Takes in one response. The same id with the same content gets the first receipt again, whatever has become of the
 * campaign since; with other content it is refused. The usual case never leaves the caller's event loop until the commit.
 */
@ApplicationScoped
class SubmitResponse {

    private final Links links;
    private final ResponseWriter writer;
    private final LimitedIntake limitedIntake;
    private final Receipts receipts;
    private final RulesInForce rules;
    private final DataSource dataSource;
    private final Clock clock;
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();

    SubmitResponse(
            Links links,
            ResponseWriter writer,
            LimitedIntake limitedIntake,
            Receipts receipts,
            RulesInForce rules,
            DataSource dataSource,
            Clock clock) {
        this.links = links;
        this.writer = writer;
        this.limitedIntake = limitedIntake;
        this.receipts = receipts;
        this.rules = rules;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Completes when the response is on disk, or exceptionally with a {@link DomainException}. */
    CompletionStage<Stored> submit(Submission submission) {
        var target = links.remembered(submission.link());
        return target == null
                ? onVirtualThread(() -> links.find(submission.link())
                                .orElseThrow(() -> new NotFound("link", submission.link())))
                        .thenCompose(found -> submit(submission, found))
                : submit(submission, target);
    }

    private CompletionStage<Stored> submit(Submission posted, LinkTarget target) {
        var submission = target.anonymous() ? posted.withoutTraces() : posted;
        var now = clock.instant();
        var id = receipts.storedId(submission.responseId(), target.anonymous());
        var checked =
                target.version().questionnaire().check(submission.answers(), "/answers", now, submission.locale());
        var refusal = refusal(submission, target, checked.violations(), now);
        if (refusal != null) {
            return onVirtualThread(() -> alreadyStored(id, submission, refusal));
        }
        // Of an anonymous answer nothing is told at its moment; rules are held against it when the day is over.
        var matches = target.anonymous() ? List.<RulesInForce.Match>of() : rules.matching(target, checked.kept(), now);
        var row = IntakeRow.of(id, submission, target, checked.kept(), matches, now);
        return store(row, target, submission.submittedAt(), now).thenApply(found -> accept(found, submission));
    }

    private CompletionStage<@Nullable Stored> store(IntakeRow row, LinkTarget target, Instant answeredAt, Instant now) {
        Callable<@Nullable Stored> closely = () -> limitedIntake.store(row, target, answeredAt);
        if (target.limited() || target.takesLate(answeredAt, now)) {
            return onVirtualThread(closely);
        }
        var stored = writer.write(row);
        // It may have been closed a moment ago, when what is remembered of it still said open.
        return target.grace().isZero()
                ? stored
                : stored.thenCompose(
                        found -> found == null ? onVirtualThread(closely) : CompletableFuture.completedFuture(found));
    }

    private static @Nullable DomainException refusal(
            Submission submission, LinkTarget target, List<Violation> violations, Instant now) {
        var closed = switch (target.state(now)) {
            case OPEN, FULL, USED -> null; // the last two are decided under the lock
            case NOT_YET_OPEN -> new Conflict("campaign-not-yet-open");
            case CLOSED -> target.takesLate(submission.submittedAt(), now) ? null : new Conflict("campaign-closed");
        };
        if (closed != null) {
            return closed;
        }
        if (submission.version() != target.version().version()) {
            return new RuleViolated(List.of(new Violation(
                    "/version", "not-this-version", target.version().version())));
        }
        return violations.isEmpty() ? null : new RuleViolated(violations);
    }

    private static Stored accept(@Nullable Stored stored, Submission submission) {
        if (stored == null) {
            throw new Conflict("campaign-closed");
        }
        if (!stored.content().equals(submission.content())) {
            throw new Conflict("response-id-taken");
        }
        return stored;
    }

    private Stored alreadyStored(UUID id, Submission submission, DomainException refusal) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var stored = ResponseRows.find(connection, List.of(id)).get(id);
            if (stored == null) {
                throw refusal;
            }
            return accept(stored, submission);
        }
    }

    private <T extends @Nullable Object> CompletionStage<T> onVirtualThread(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (RuntimeException refusal) {
                        throw refusal;
                    } catch (Exception failure) {
                        throw new CompletionException(failure);
                    }
                },
                blocking);
    }
}
