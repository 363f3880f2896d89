package org.huisheng.kpi.briefing.production;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.huisheng.kpi.briefing.paper.Papers;
import org.jboss.logging.Logger;

/**
 * Makes papers that were ordered, one step in one transaction and one after the other. While it is at a step it holds the
 * production; what a step made is kept with it, so whoever goes on after a restart begins with the step that was missing.
 */
@ApplicationScoped
public class ProducePapers {

    private static final Logger LOG = Logger.getLogger(ProducePapers.class);

    /** Others may be printing; see {@link org.huisheng.kit.paper.Press}. */
    private static final int SECONDS_OF_A_STEP = (int) Duration.ofMinutes(2).toSeconds();

    private final Productions productions;
    private final Issues issues;
    private final Papers papers;
    private final Clock clock;

    private final AtomicInteger wanted = new AtomicInteger();

    ProducePapers(Productions productions, Issues issues, Papers papers, Clock clock) {
        this.productions = productions;
        this.issues = issues;
        this.papers = papers;
        this.clock = clock;
    }

    /** Begins with what was ordered, and returns. */
    public void wake() {
        if (wanted.getAndIncrement() == 0) {
            Thread.ofVirtual().name("briefing-papers").start(this::work);
        }
    }

    /** What a process left that has ended, or what an instance that is busy has not come to. */
    @Scheduled(
            identity = "briefing-papers",
            every = "${huisheng.briefing.papers:10s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        wake();
    }

    private void work() {
        int seen;
        do {
            seen = wanted.get();
            try {
                while (next()) {
                    LOG.trace("One step further");
                }
            } catch (RuntimeException failure) {
                LOG.warn("Papers are made next time", failure);
            }
        } while (!wanted.compareAndSet(seen, 0));
    }

    /** @return whether there may be more to do */
    private boolean next() {
        var claimed = QuarkusTransaction.requiringNew().call(() -> productions.claim(now()));
        claimed.filter(production -> !production.state().isOver()).ifPresent(this::attempt);
        return claimed.isPresent();
    }

    private void attempt(Production claimed) {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(SECONDS_OF_A_STEP)
                    .run(() -> productions.hold(claimed).ifPresent(this::step));
        } catch (RuntimeException failure) {
            LOG.errorf(
                    failure, "Step %s of the papers of issue %s did not succeed", claimed.step(), claimed.briefing());
        }
    }

    private void step(Production held) {
        var step = held.step();
        if (step == null) {
            productions.finish(held, now());
            return;
        }
        var form = step.form();
        if (form == null) {
            productions.keepEdition(held, issues.compiled(held.briefing()));
        } else {
            productions.keepPaper(held, form, papers.of(productions.edition(held), form, held.language()));
        }
        if (held.stepsDone() + 1 == Production.STEPS) {
            productions.finish(held, now());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
