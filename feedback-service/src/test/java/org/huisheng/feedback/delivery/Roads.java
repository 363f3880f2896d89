package org.huisheng.feedback.delivery;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * A mail server, and a gateway for short messages that does not take the first try of anything. Whoever needs it shares one
 * application, and so asks for the same resources as the others ({@link org.huisheng.localstack.testing.RealS3} too):
 * Quarkus keeps the first UserTransaction a loader has seen, and its observers are those of an application that has ended
 * when another one is started by the same loader.
 */
public class Roads implements QuarkusTestResourceLifecycleManager {

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private HttpServer gateway;

    @Override
    public Map<String, String> start() {
        mail.start();
        try {
            gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        gateway.createContext("/sms", exchange -> {
            var id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            var before = posted.stream().filter(each -> each.startsWith(id)).count();
            posted.add(id
                    + " " + exchange.getRequestHeaders().getFirst("Authorization")
                    + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(before == 0 ? 503 : 204, -1);
            exchange.close();
        });
        gateway.start();
        return Map.of(
                "huisheng.notification.email", "smtp",
                "huisheng.notification.sms", "webhook",
                "huisheng.notification.every", "1s",
                "huisheng.notification.retry-pause", "1s",
                "huisheng.notification.webhook.url",
                        "http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms",
                "huisheng.notification.webhook.secret", "s3cret",
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(mail.getSmtp().getPort()),
                "quarkus.mailer.start-tls", "DISABLED");
    }

    /** Only types of the JDK cross over to the test, whose classes are loaded by another loader. */
    @Override
    public void inject(TestInjector injector) {
        Supplier<List<List<String>>> arrived = () -> List.of(
                Arrays.stream(mail.getReceivedMessages())
                        .map(GreenMailUtil::getWholeMessage)
                        .toList(),
                new ArrayList<>(posted));
        injector.injectIntoFields(arrived, new TestInjector.MatchesType(Supplier.class));
    }

    @Override
    public void stop() {
        mail.stop();
        if (gateway != null) {
            gateway.stop(0);
        }
    }
}
