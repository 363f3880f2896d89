package org.huisheng.feedback.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Posts the letter to a gateway of the operator's, which knows how to send short messages. */
@ApplicationScoped
class WebhookNotifier implements Notifier {

    private final DeliveryConfig.Webhook config;
    private final ObjectMapper json;
    private final HttpClient client;

    WebhookNotifier(DeliveryConfig config, ObjectMapper json) {
        this.config = config.webhook();
        this.json = json;
        this.client =
                HttpClient.newBuilder().connectTimeout(this.config.timeout()).build();
    }

    record Payload(UUID id, Channel channel, String to, String subject, String text) {}

    @Override
    public boolean send(Letter letter) {
        var url = config.url().orElseThrow(() -> new NotTaken("no webhook url"));
        var request = HttpRequest.newBuilder(url)
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", letter.id().toString())
                .POST(BodyPublishers.ofByteArray(payload(letter)));
        config.secret().ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            var status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new NotTaken("HTTP " + status);
            }
            return true;
        } catch (IOException failure) {
            throw new NotTaken(failure.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotTaken("interrupted");
        }
    }

    private byte[] payload(Letter letter) {
        try {
            return json.writeValueAsBytes(
                    new Payload(letter.id(), letter.channel(), letter.to(), letter.subject(), letter.text()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
