package org.huisheng.localstack.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintStream;
import java.time.Duration;

/** Has kpi-service make its cells anew and says what came out. */
public final class RebuildKpi {

    private static final String PATH = "/api/kpi/v1/rebuilds";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final StackClient client;
    private final PrintStream out;

    public RebuildKpi(StackClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /** @return whether it was done, be there differences or not */
    public boolean run(boolean fromLog) throws InterruptedException {
        var order = JsonNodeFactory.instance.objectNode().put("source", fromLog ? "LOG" : "OBSERVATIONS");
        var rebuild = client.post(PATH, order);
        var own = PATH + "/" + rebuild.path("id").asText();
        while (rebuild.path("state").asText().equals("RUNNING")) {
            Thread.sleep(BETWEEN_LOOKS);
            rebuild = client.get(own);
        }
        if (!rebuild.path("state").asText().equals("DONE")) {
            out.println("The rebuild failed; the log of kpi-service says why");
            return false;
        }
        print(rebuild, own);
        return true;
    }

    private void print(JsonNode rebuild, String own) throws InterruptedException {
        out.printf(
                "%d observations counted, %d recovered from the log, %d differences%n",
                rebuild.path("observations").asLong(),
                rebuild.path("recovered").asLong(),
                rebuild.path("differences").asLong());
        var next = own + "/differences?limit=500";
        while (next != null) {
            var page = client.get(next);
            page.path("items").forEach(this::print);
            next = page.path("next").isTextual()
                    ? own + "/differences?limit=500&cursor=" + page.path("next").asText()
                    : null;
        }
    }

    private void print(JsonNode difference) {
        out.printf(
                "  %s %s %s %s%s%s: %s, was %s%n",
                difference.path("month").asText(),
                difference.path("department").asText(),
                difference.path("metric").asText(),
                difference.path("side").asText(),
                difference.path("tag").isTextual()
                        ? " at " + difference.path("tag").asText()
                        : "",
                difference.path("bucket").isNumber()
                        ? " bucket " + difference.path("bucket").asInt()
                        : "",
                difference.path("after"),
                difference.path("before"));
    }
}
