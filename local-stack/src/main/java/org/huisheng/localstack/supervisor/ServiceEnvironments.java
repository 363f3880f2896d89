package org.huisheng.localstack.supervisor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huisheng.localstack.postgres.OwnedDatabase;

/** What the services are told about the stack they run in, by environment variable. */
record ServiceEnvironments(
        StackOptions options,
        DataDirectory data,
        String bootstrapServers,
        Map<ServiceName, Integer> ports,
        Path bootstrapUsers,
        Path biKeyFile) {

    // Fixed: a token must outlive a change of port.
    private static final String ISSUER = "huisheng";

    private static final String GATHERED_FOR = "HUISHENG_SUGGESTION_GATHERED_FOR";

    Map<String, String> of(ServiceName service, OwnedDatabase database, String databaseUrl) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HUISHENG_HTTP_HOST", "127.0.0.1");
        environment.put("HUISHENG_HTTP_PORT", Integer.toString(ports.getOrDefault(service, 0)));
        environment.put("HUISHENG_DB_URL", databaseUrl);
        environment.put("HUISHENG_DB_USER", database.owner().user());
        environment.put("HUISHENG_DB_PASSWORD", database.owner().password());
        environment.put("HUISHENG_JWKS_URL", options.gatewayUrl() + "/.well-known/jwks.json");
        environment.put("HUISHENG_JWT_ISSUER", ISSUER);
        environment.put("HUISHENG_PUBLIC_URL", options.gatewayUrl());
        environment.put(
                "HUISHENG_LOG_FILE",
                data.logs().resolve(service.label() + ".log").toString());
        environment.put("HUISHENG_LOG_TO_FILE", "true");
        // Everything is in the log file, which is rotated; the console's file is not.
        environment.put("HUISHENG_CONSOLE_LEVEL", "WARN");
        // Each of glibc's arenas keeps what it once had, and there would be eight per processor.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.putAll(
                switch (service) {
                    case SURVEY, KPI -> Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
                    case FEEDBACK -> ofFeedback();
                    case GATEWAY -> ofGateway();
                });
        return environment;
    }

    String url(ServiceName service) {
        return "http://127.0.0.1:" + ports.getOrDefault(service, 0);
    }

    /** Nobody trying the suggestion box out wants to wait for tomorrow, and nobody speaks in a demonstration. */
    private Map<String, String> ofFeedback() {
        var environment = new LinkedHashMap<>(Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers));
        if (options.demo() && System.getenv(GATHERED_FOR) == null) {
            environment.put(GATHERED_FOR, "15s");
            environment.put("HUISHENG_SUGGESTION_EVERY", "5s");
        }
        return environment;
    }

    private Map<String, String> ofGateway() {
        return Map.of(
                "HUISHENG_SURVEY_URL", url(ServiceName.SURVEY),
                "HUISHENG_FEEDBACK_URL", url(ServiceName.FEEDBACK),
                "HUISHENG_KPI_URL", url(ServiceName.KPI),
                "HUISHENG_BOOTSTRAP_USERS", bootstrapUsers.toString(),
                "HUISHENG_BI_KEY_FILE", biKeyFile.toString(),
                "HUISHENG_RATE_LIMITS", options.rateLimits() ? "on" : "off");
    }
}
