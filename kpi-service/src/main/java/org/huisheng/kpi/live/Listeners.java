package org.huisheng.kpi.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.huisheng.kit.problem.DomainException.Busy;
import org.huisheng.kpi.sql.Changes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All who listen to this process. One thread looks for changes on behalf of them all, while there is anybody; each
 * question is answered once, however many ask it.
 */
@ApplicationScoped
class Listeners {

    private static final Logger LOG = Logger.getLogger(Listeners.class);
    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(10);
    private static final long NOTHING_SEEN = -1;

    private final ReadFigures readFigures;
    private final Changes changes;
    private final LiveConfig config;
    private final MeterRegistry metrics;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<Question, Watched> watched = new HashMap<>();
    private int listening;
    private boolean watching;
    private boolean stopping;

    Listeners(ReadFigures readFigures, Changes changes, LiveConfig config, MeterRegistry metrics) {
        this.readFigures = readFigures;
        this.changes = changes;
        this.config = config;
        this.metrics = metrics;
    }

    /** At the start: a figure that appears with the first listener is none until then. */
    void register(@Observes StartupEvent event) {
        metrics.gauge("huisheng.live.connections", this, Listeners::count);
    }

    /** A question somebody listens to. */
    private static final class Watched {
        private final Question question;
        private int listeners;
        private @Nullable Figures figures;

        Watched(Question question) {
            this.question = question;
        }
    }

    /** One of those who listen, until closed. */
    final class Listener implements AutoCloseable {
        private final Watched to;
        private boolean closed;

        private Listener(Watched to) {
            this.to = to;
        }

        /** The figures as they are now. */
        Figures present() {
            return figures(to, false);
        }

        /**
         * Waits for figures other than {@code seen}, but not before {@code earliest} and not after {@code latest}.
         *
         * @return the present figures, {@code seen} if there are no others, null when it is over
         */
        @Nullable
        Figures next(Figures seen, long earliest, long latest) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (!closed && !stopping) {
                    var now = System.nanoTime();
                    var others = !seen.equals(to.figures);
                    if (now - latest >= 0 || others && now - earliest >= 0) {
                        return to.figures;
                    }
                    var until = others && earliest - latest < 0 ? earliest : latest;
                    var ignored = news.awaitNanos(until - now);
                }
                return null;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (!closed) {
                    closed = true;
                    leave(to);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** @throws Busy if as many listen already as may */
    Listener join(Question question) {
        lock.lock();
        try {
            if (stopping || listening >= config.connections()) {
                throw new Busy("too-many-listeners", COME_BACK_AFTER);
            }
            listening++;
            var to = watched.computeIfAbsent(question, Watched::new);
            to.listeners++;
            if (!watching) {
                watching = true;
                Thread.ofVirtual().name("live-changes").start(this::watch);
            }
            return new Listener(to);
        } finally {
            lock.unlock();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        lock.lock();
        try {
            stopping = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int count() {
        lock.lock();
        try {
            return listening;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Watched to) {
        listening--;
        to.listeners--;
        if (to.listeners == 0) {
            watched.remove(to.question);
        }
        news.signalAll();
    }

    private void watch() {
        var seen = NOTHING_SEEN;
        var made = System.nanoTime();
        var failing = false;
        while (pause()) {
            try {
                var anew = System.nanoTime() - made >= config.refresh().toNanos();
                made = anew ? System.nanoTime() : made;
                seen = look(seen, anew);
                failing = false;
            } catch (RuntimeException failure) {
                if (!failing) {
                    LOG.warn("Live figures cannot be read; trying again", failure);
                }
                failing = true;
                seen = NOTHING_SEEN;
            }
        }
    }

    /** @return false when nobody listens any more */
    private boolean pause() {
        lock.lock();
        try {
            var left = config.every().toNanos();
            while (left > 0 && listening > 0 && !stopping) {
                left = news.awaitNanos(left);
            }
            watching = listening > 0 && !stopping;
            return watching;
        } catch (InterruptedException ending) {
            watching = false;
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Changes are counted before the figures are read: what changes in between is found the next time. */
    private long look(long seen, boolean anew) {
        var count = changes.count();
        if (anew || count != seen) {
            present().forEach(to -> figures(to, true));
        }
        return count;
    }

    private List<Watched> present() {
        lock.lock();
        try {
            return List.copyOf(watched.values());
        } finally {
            lock.unlock();
        }
    }

    /** One reading of a question at a time, so that none overtakes a later one. */
    private Figures figures(Watched to, boolean anew) {
        synchronized (to) {
            var known = to.figures;
            if (known != null && !anew) {
                return known;
            }
            var read = readFigures.of(to.question);
            if (known != null && known.equals(read)) {
                return known;
            }
            lock.lock();
            try {
                to.figures = read;
                news.signalAll();
            } finally {
                lock.unlock();
            }
            return read;
        }
    }
}
