package org.huisheng.feedback.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Where there is no road yet: says that something would have been sent, and keeps link and contact to itself. */
@ApplicationScoped
class LogNotifier implements Notifier {

    private static final Logger LOG = Logger.getLogger(LogNotifier.class);

    @Override
    public boolean send(Letter letter) {
        LOG.infof(
                "No way to send %s: %s about %s to %s stays here",
                letter.channel(), letter.id(), letter.about(), letter.maskedContact());
        return false;
    }
}
