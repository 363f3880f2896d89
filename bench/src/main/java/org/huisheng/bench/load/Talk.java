package org.huisheng.bench.load;

import java.io.IOException;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is said on one connection, one request at a time, and what is made of the answers. */
public interface Talk {

    /** @return a whole HTTP request; valid until asked for the next one */
    byte[] next();

    /**
     * @return how many things of the kind measured the request brought
     * @throws IOException when that is no answer to go on after
     */
    int answered(int status, Supplier<byte[]> body) throws IOException;

    /** The responses that were acknowledged, if it is about responses. */
    default void acknowledged(Consumer<UUID> action) {}
}
