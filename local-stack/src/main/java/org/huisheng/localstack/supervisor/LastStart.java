package org.huisheng.localstack.supervisor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.huisheng.localstack.postgres.PostgresServer;

/**
 * Who started on a data directory last, and when; stays when the stack ends.
 *
 * @param at ISO 8601, UTC
 */
public record LastStart(String huisheng, String postgres, String at) {

    private static final String FILE = "last-start.json";

    public static Optional<LastStart> read(DataDirectory data) {
        return Json.read(data.file(FILE), LastStart.class);
    }

    static void write(DataDirectory data, Instant now) {
        var at = now.truncatedTo(ChronoUnit.SECONDS).toString();
        Json.write(data.file(FILE), new LastStart(Release.version(), PostgresServer.MAJOR_VERSION, at));
    }

    public Instant instant() {
        return Instant.parse(at);
    }
}
