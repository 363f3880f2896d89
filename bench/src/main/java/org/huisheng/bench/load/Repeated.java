package org.huisheng.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The same request over and over.
 *
 * @param expected the status it has to be answered with
 */
public record Repeated(byte[] request, int expected) implements Talk {

    public Repeated(byte[] request) {
        this(request, 200);
    }

    @Override
    public byte[] next() {
        return request;
    }

    @Override
    public int answered(int status, Supplier<byte[]> body) throws IOException {
        if (status != expected) {
            throw new IOException(
                    "A request was answered " + status + ": " + new String(body.get(), StandardCharsets.UTF_8));
        }
        return 1;
    }
}
