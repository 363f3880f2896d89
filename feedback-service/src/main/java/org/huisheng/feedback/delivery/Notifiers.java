package org.huisheng.feedback.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import org.huisheng.feedback.delivery.DeliveryConfig.Road;

/** Which road a channel takes. */
@ApplicationScoped
class Notifiers {

    private final DeliveryConfig config;
    private final LogNotifier log;
    private final MailNotifier mail;
    private final WebhookNotifier webhook;

    Notifiers(DeliveryConfig config, LogNotifier log, MailNotifier mail, WebhookNotifier webhook) {
        this.config = config;
        this.log = log;
        this.mail = mail;
        this.webhook = webhook;
    }

    Road road(Channel channel) {
        return switch (channel) {
            case SMS -> config.sms();
            case EMAIL -> config.email();
        };
    }

    Notifier of(Channel channel) {
        return switch (road(channel)) {
            case LOG -> log;
            case SMTP -> mail;
            case WEBHOOK -> webhook;
        };
    }
}
