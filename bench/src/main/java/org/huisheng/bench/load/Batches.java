package org.huisheng.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Distinct responses, many in one request, as a client hands them in that was without a network. */
public final class Batches implements Talk {

    private static final byte[] CREATED = "\"status\":201".getBytes(StandardCharsets.US_ASCII);

    private final ResponseTemplate template;
    private final SplittableRandom random;
    private final byte[] request;
    private final int first;
    private final RandomId[] asked;
    private final Ids acknowledged = new Ids();

    public Batches(URI target, Answering answering, int size, long seed) {
        this.template = ResponseTemplate.item(answering);
        this.random = new SplittableRandom(seed);
        this.asked = new RandomId[size];
        var begin = "{\"responses\":[";
        var length = begin.length() + size * (template.length() + 1) - 1 + "]}".length();
        var head = HttpText.post(target, "/api/survey/v1/responses/batch", length, "") + begin;
        first = head.length();
        request = new byte[first - begin.length() + length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, first);
        request[request.length - 2] = ']';
        request[request.length - 1] = '}';
    }

    @Override
    public byte[] next() {
        var at = first;
        for (var index = 0; index < asked.length; index++) {
            if (index > 0) {
                request[at++] = ',';
            }
            asked[index] = RandomId.of(random);
            System.arraycopy(template.next(asked[index], random), 0, request, at, template.length());
            at += template.length();
        }
        return request;
    }

    @Override
    public int answered(int status, Supplier<byte[]> body) throws IOException {
        var results = body.get();
        if (status != 200 || Bytes.count(results, CREATED) != asked.length) {
            throw new IOException(
                    "A batch was answered " + status + ": " + new String(results, StandardCharsets.UTF_8));
        }
        for (var id : asked) {
            acknowledged.add(id);
        }
        return asked.length;
    }

    @Override
    public void acknowledged(Consumer<UUID> action) {
        acknowledged.forEach(action);
    }
}
