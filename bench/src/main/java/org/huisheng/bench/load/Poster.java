package org.huisheng.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/** Somebody who posts one distinct response after the other, and remembers which were acknowledged. One thread. */
public final class Poster implements AutoCloseable {

    private final Line line;
    private final ResponseTemplate template;
    private final SplittableRandom random;
    private final Ids acknowledged = new Ids();

    public Poster(URI target, ResponseTemplate template, long seed) throws IOException {
        this.line = new Line(target);
        this.template = template;
        this.random = new SplittableRandom(seed);
    }

    /** @throws IOException also when the answer is no 201 */
    public void post() throws IOException {
        var most = (random.nextLong() & ~0xF000L) | 0x4000L;
        var least = (random.nextLong() & ~(3L << 62)) | (2L << 62);
        var status = line.exchange(template.next(most, least, random));
        if (status != 201) {
            throw new IOException(
                    "A response was answered " + status + ": " + new String(line.body(), StandardCharsets.UTF_8));
        }
        acknowledged.add(most, least);
    }

    public void acknowledged(Consumer<UUID> action) {
        acknowledged.forEach(action);
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
