package org.huisheng.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** What a request carries, and how it is passed on. */
sealed interface RequestBody {

    record NoBody() implements RequestBody {}

    record WholeBody(Buffer bytes) implements RequestBody {}

    record StreamedBody(ReadStream<Buffer> bytes) implements RequestBody {}
}
