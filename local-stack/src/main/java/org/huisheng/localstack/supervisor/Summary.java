package org.huisheng.localstack.supervisor;

/** The last thing {@code up} says: where everything is, and who can log in. */
record Summary(StackOptions options, DataDirectory data, StackPlan plan) {

    void print(Progress progress) {
        progress.plain("");
        if (!options.infrastructureOnly()) {
            printAddresses(progress);
        }
        progress.plain("  PostgreSQL   " + plan.postgres().url(""));
        progress.plain("  Kafka        " + plan.kafka().bootstrapServers());
        progress.plain("  Everything   " + data.stackFile());
        progress.plain("");
    }

    private void printAddresses(Progress progress) {
        progress.plain("  Huisheng     " + options.gatewayUrl());
        progress.plain("  Swagger UI   " + options.gatewayUrl() + "/q/swagger-ui");
        for (var link : plan.demo().content().path("links")) {
            progress.plain("  %-12s %s"
                    .formatted(
                            link.path("side").asText("Survey"), link.path("url").asText()));
        }
        progress.plain("");
        progress.plain("  Log in as    (password)");
        for (var user : plan.users()) {
            progress.plain("  %-14s %s".formatted(user.username(), user.password()));
        }
        progress.plain("");
    }
}
