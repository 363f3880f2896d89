package org.huisheng.survey.results;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.huisheng.events.Side;
import org.huisheng.kit.problem.DomainException.Busy;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.response.ResponseTakenBack;
import org.huisheng.survey.results.FoldDays.Step;
import org.jspecify.annotations.Nullable;

/**
 * The counted answers of a campaign: of days that are over from what was kept, of the present day anew. Whoever asks
 * waits for a few seconds; what takes longer goes on without them, and is there when they ask again.
 */
@ApplicationScoped
class ResultCells {

    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration CHEAP = Duration.ofMillis(200);
    private static final int RESTS = 10;
    private static final int COUNTING_AT_ONCE = 2;

    private final DataSource dataSource;
    private final FoldDays days;
    private final CountedQuestions questions;
    private final Clock clock;
    private final Executor aside =
            task -> Thread.ofVirtual().name("count-answers").start(task);
    private final Semaphore room = new Semaphore(COUNTING_AT_ONCE);
    private final ConcurrentHashMap<UUID, CompletableFuture<List<ResultCell>>> underWay = new ConcurrentHashMap<>();
    private final Cache<UUID, Counted> expensive =
            Caffeine.newBuilder().maximumSize(50).build();

    ResultCells(DataSource dataSource, FoldDays days, CountedQuestions questions, Clock clock) {
        this.dataSource = dataSource;
        this.days = days;
        this.questions = questions;
        this.clock = clock;
    }

    private record Counted(List<ResultCell> cells, Instant until) {}

    /**
     * Counts that took long are given again for ten times as long, so that nobody keeps the database busy by asking.
     *
     * @param deadline by {@link System#nanoTime()}
     * @throws Busy if they are not counted by then
     */
    List<ResultCell> of(CampaignFacts campaign, Side side, long deadline) {
        var known = expensive.getIfPresent(campaign.id());
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.cells();
        }
        var counting = underWay.computeIfAbsent(campaign.id(), _ -> start(campaign, side));
        try {
            return counting.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new Busy("results-not-counted", PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } catch (ExecutionException failure) {
            throw new CompletionException(failure.getCause());
        }
    }

    private CompletableFuture<List<ResultCell>> start(CampaignFacts campaign, Side side) {
        var counting = new CompletableFuture<List<ResultCell>>();
        aside.execute(() -> {
            try {
                room.acquire();
                try {
                    var begun = System.nanoTime();
                    var cells = count(campaign, side);
                    keep(campaign.id(), counting, cells, Duration.ofNanos(System.nanoTime() - begun));
                    counting.complete(cells);
                } finally {
                    room.release();
                }
            } catch (InterruptedException | RuntimeException failure) {
                underWay.remove(campaign.id(), counting);
                counting.completeExceptionally(failure);
            }
        });
        return counting;
    }

    /** Unless a response was taken back meanwhile. */
    private void keep(
            UUID campaignId, CompletableFuture<List<ResultCell>> counting, List<ResultCell> cells, Duration cost) {
        if (underWay.remove(campaignId, counting) && cost.compareTo(CHEAP) > 0) {
            expensive.put(campaignId, new Counted(cells, clock.instant().plus(cost.multipliedBy(RESTS))));
        }
    }

    /** Once it can be seen by all. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ResponseTakenBack response) {
        underWay.remove(response.campaignId());
        expensive.invalidate(response.campaignId());
    }

    private List<ResultCell> count(CampaignFacts campaign, Side side) {
        var counted = questions.of(campaign);
        List<ResultCell> cells = null;
        while (cells == null) {
            var step = Step.MORE;
            while (step == Step.MORE) {
                step = days.step(campaign.id(), counted, clock.instant(), FoldResults.AT_ONCE, true);
            }
            cells = read(campaign, side, counted);
        }
        return cells;
    }

    /** All of one moment. Null when a response was taken back just before it, and its day must be counted anew. */
    private @Nullable List<ResultCell> read(CampaignFacts campaign, Side side, List<String> counted) {
        return QuarkusTransaction.requiringNew().timeout(600).call(() -> {
            try (var connection = dataSource.getConnection();
                    var snapshot = connection.createStatement()) {
                snapshot.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
                var until = until(connection, campaign.id());
                var today = BusinessDay.of(clock.instant().minus(FoldDays.SETTLING));
                if (until == null || until.isBefore(today)) {
                    return null;
                }
                var cells = new ArrayList<ResultCell>();
                kept(connection, campaign, side, cells);
                since(connection, campaign, side, counted, until, cells);
                return cells;
            }
        });
    }

    private static @Nullable LocalDate until(Connection connection, UUID campaignId) throws SQLException {
        try (var select = connection.prepareStatement("SELECT results_until FROM campaign WHERE id = ?")) {
            select.setObject(1, campaignId);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getObject(1, LocalDate.class) : null;
            }
        }
    }

    private static void kept(Connection connection, CampaignFacts campaign, Side side, List<ResultCell> cells)
            throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT station, month, question, "row" AS row, value, sum(count) AS count
                FROM result_cell WHERE campaign_id = ? GROUP BY 1, 2, 3, 4, 5
                """)) {
            select.setObject(1, campaign.id());
            collect(select.executeQuery(), campaign, side, cells);
        }
    }

    private static void since(
            Connection connection,
            CampaignFacts campaign,
            Side side,
            List<String> counted,
            LocalDate day,
            List<ResultCell> cells)
            throws SQLException {
        try (var select = connection.prepareStatement(CountingSql.SINCE)) {
            CountingSql.questions(select, 1, counted);
            select.setObject(CountingSql.QUESTIONS + 1, campaign.id());
            select.setObject(CountingSql.QUESTIONS + 2, FoldDays.beginning(day));
            collect(select.executeQuery(), campaign, side, cells);
        }
    }

    private static void collect(ResultSet rows, CampaignFacts campaign, Side side, List<ResultCell> cells)
            throws SQLException {
        try (rows) {
            while (rows.next()) {
                cells.add(new ResultCell(
                        new Group(
                                side.name(),
                                campaign.id().toString(),
                                String.valueOf(campaign.version()),
                                rows.getString("station"),
                                rows.getString("month")),
                        rows.getString("question"),
                        rows.getString("row"),
                        rows.getString("value"),
                        rows.getLong("count")));
            }
        }
    }
}
