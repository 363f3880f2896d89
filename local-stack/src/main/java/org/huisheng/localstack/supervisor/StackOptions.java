package org.huisheng.localstack.supervisor;

import java.nio.file.Path;

/** What the person at the terminal asked for. */
public record StackOptions(
        Path projectRoot, Path data, int port, boolean demo, boolean rateLimits, boolean infrastructureOnly) {

    String gatewayUrl() {
        return "http://127.0.0.1:" + port;
    }
}
