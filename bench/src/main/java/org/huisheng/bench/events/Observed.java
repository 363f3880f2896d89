package org.huisheng.bench.events;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Contracts;
import org.huisheng.bench.stack.CountedFacts;

/** Ten departments with a contract each, and as many observations of them as wanted, which kpi-service makes of events. */
public final class Observed implements AutoCloseable {

    private static final int VALUES = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final EventLog log;
    private final CountedFacts facts;
    private final SurveyEvents events =
            new SurveyEvents(VALUES, ThreadLocalRandom.current().nextLong());

    private Observed(EventLog log, CountedFacts facts) {
        this.log = log;
        this.facts = facts;
    }

    public static Observed of(BenchStack stack) throws IOException, SQLException, InterruptedException {
        Contracts.establish(stack.as("admin"), SurveyEvents.DEPARTMENTS);
        var office = stack.as("office");
        var metrics = IntStream.range(0, VALUES).mapToObj(SurveyEvents::metric).toList();
        for (var department : SurveyEvents.DEPARTMENTS) {
            Contracts.agree(office, department, metrics);
        }
        return new Observed(EventLog.of(stack), CountedFacts.of(stack));
    }

    /** Returns when all of them are counted. @return how many there are: as many as asked for, or up to three more */
    public long fillTo(int observations) throws IOException, SQLException, InterruptedException {
        var before = facts.now();
        var responses = Math.toIntExact((observations - before + VALUES - 1) / VALUES);
        log.fill(events, responses);
        var expected = before + (long) responses * VALUES;
        facts.await(expected, PATIENCE);
        return expected;
    }

    /** By the cells. */
    public long counted() throws SQLException {
        return facts.now();
    }

    /** More of them, until it is closed. */
    public EventStream keepComing(int perSecond) {
        return EventStream.start(log, events, perSecond);
    }

    /** Returns when what a closed stream sent is counted, too. */
    public long awaitAll(long before, EventStream closed) throws IOException, SQLException, InterruptedException {
        var expected = before + closed.sent() * VALUES;
        facts.await(expected, PATIENCE);
        return expected;
    }

    @Override
    public void close() throws SQLException {
        log.close();
        facts.close();
    }
}
