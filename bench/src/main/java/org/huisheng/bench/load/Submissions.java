package org.huisheng.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One distinct response after the other, each in a request of its own. */
public final class Submissions implements Talk {

    private final ResponseTemplate template;
    private final SplittableRandom random;
    private final Ids acknowledged = new Ids();
    private RandomId asked = new RandomId(0, 0);

    public Submissions(URI target, Answering answering, long seed) {
        this.template = ResponseTemplate.request(target, answering);
        this.random = new SplittableRandom(seed);
    }

    @Override
    public byte[] next() {
        asked = RandomId.of(random);
        return template.next(asked, random);
    }

    @Override
    public int answered(int status, Supplier<byte[]> body) throws IOException {
        if (status != 201) {
            throw new IOException(
                    "A response was answered " + status + ": " + new String(body.get(), StandardCharsets.UTF_8));
        }
        acknowledged.add(asked);
        return 1;
    }

    @Override
    public void acknowledged(Consumer<UUID> action) {
        acknowledged.forEach(action);
    }
}
