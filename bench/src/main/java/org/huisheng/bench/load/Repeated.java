package org.huisheng.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The same request over and over. */
public record Repeated(byte[] request) implements Talk {

    @Override
    public byte[] next() {
        return request;
    }

    @Override
    public int answered(int status, Supplier<byte[]> body) throws IOException {
        if (status != 200) {
            throw new IOException(
                    "A request was answered " + status + ": " + new String(body.get(), StandardCharsets.UTF_8));
        }
        return 1;
    }
}
