package org.huisheng.kpi.live;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.huisheng.kpi.live.Figures.Part;
import org.huisheng.kpi.live.Listeners.Listener;

/**
 * What one listener gets, until they go away or their token ends. It runs on a thread of its own, which a listener who does
 * not read holds up in a write: nothing is kept for them but what is on its way, and what they missed in between they
 * never get.
 */
final class LiveStream implements StreamingOutput {

    private static final String RECONNECT_AFTER = "retry: 3000\n\n";
    private static final String SIGN_OF_LIFE = ":\n\n";

    private final Listener listener;
    private final LiveConfig config;
    private final Clock clock;
    private final Instant end;
    private Figures seen;
    private Known known;

    /** @param known what the listener has heard already */
    LiveStream(Listener listener, Figures present, Known known, Instant end, LiveConfig config, Clock clock) {
        this.listener = listener;
        this.seen = present;
        this.known = known;
        this.end = end;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void write(OutputStream out) {
        try (listener) {
            out.write(bytes(RECONNECT_AFTER));
            say(out);
            goOn(out);
        } catch (IOException gone) {
            // The listener went away, which is how most of this ends.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void goOn(OutputStream out) throws IOException, InterruptedException {
        var said = System.nanoTime();
        for (var left = left(); left.isPositive(); left = left()) {
            var now = System.nanoTime();
            var wait = left.compareTo(config.heartbeat()) < 0 ? left : config.heartbeat();
            var next = listener.next(seen, said + config.every().toNanos(), now + wait.toNanos());
            if (next == null) {
                return;
            }
            if (next.equals(seen)) {
                out.write(bytes(SIGN_OF_LIFE));
                out.flush();
            } else {
                seen = next;
                said = System.nanoTime();
                say(out);
            }
        }
    }

    private Duration left() {
        return Duration.between(clock.instant(), end);
    }

    /** What is other than the listener knows. The id of each event says what they know with it. */
    private void say(OutputStream out) throws IOException {
        var scores = seen.scores();
        if (scores != null && !scores.is(known.scores())) {
            known = new Known(scores.digest(), known.rates());
            event(out, "scores", scores);
        }
        var rates = seen.rates();
        if (rates != null && !rates.is(known.rates())) {
            known = new Known(known.scores(), rates.digest());
            event(out, "rates", rates);
        }
        out.flush();
    }

    /** The JSON has no line break in it, so it is one line of data. */
    private void event(OutputStream out, String name, Part part) throws IOException {
        out.write(bytes("event: " + name + "\nid: " + known.id() + "\ndata: "));
        out.write(part.json());
        out.write(bytes("\n\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
