package org.huisheng.feedback.notification;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.huisheng.feedback.confirmation.ConfirmationLinks.Link;
import org.huisheng.feedback.delivery.Letter;

/** The words in which a stakeholder is asked; both languages, since nobody knows theirs. */
final class Question {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("Asia/Shanghai"));
    private static final String SUBJECT = "请确认您反映的事项是否已解决 / Has your matter been settled?";

    private Question() {}

    static Letter letter(Notification notification, String to, Link link) {
        var day = DAY.format(link.expiresAt());
        var text = "您反映的事项已办结，请打开链接确认是否解决并评价（%2$s 前有效）：%1$s\n"
                + "We believe the matter you raised is settled. Please tell us whether you agree, before %2$s: %1$s";
        return new Letter(
                notification.id(),
                notification.caseId(),
                notification.channel(),
                to,
                SUBJECT,
                text.formatted(link.address(), day));
    }
}
