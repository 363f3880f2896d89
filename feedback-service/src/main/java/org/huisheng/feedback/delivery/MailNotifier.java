package org.huisheng.feedback.delivery;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;

/** By e-mail, over the server in {@code quarkus.mailer}. */
@ApplicationScoped
class MailNotifier implements Notifier {

    private final Mailer mailer;

    MailNotifier(Mailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public boolean send(Letter letter) {
        mailer.send(Mail.withText(letter.to(), letter.subject(), letter.text())
                .addHeader("X-Huisheng-Notification", letter.id().toString()));
        return true;
    }
}
