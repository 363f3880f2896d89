package org.huisheng.feedback.notification;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.huisheng.feedback.delivery.Letter;
import org.huisheng.feedback.link.Link;

/** The words in which a stakeholder is asked; both languages, since nobody knows theirs. */
final class Question {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("Asia/Shanghai"));
    private static final String AGREEMENT_SUBJECT = "请确认您反映的事项是否已解决 / Has your matter been settled?";
    private static final String AGREEMENT = "您反映的事项已办结，请打开链接确认是否解决并评价（%2$s 前有效）：%1$s\n"
            + "We believe the matter you raised is settled. Please tell us whether you agree, before %2$s: %1$s";
    private static final String WORD_SUBJECT = "您反映的事项需要您补充说明 / Your matter needs a word from you";
    /** What is needed is behind the link. */
    private static final String WORD = "您反映的事项需要您补充说明才能继续办理，请打开链接查看并答复（%2$s 前有效）：%1$s\n"
            + "To go on with the matter you raised we need a word from you. Please read and answer, before %2$s: %1$s";

    private Question() {}

    static Letter letter(Notification notification, String to, Link link) {
        return switch (notification.topic().purpose()) {
            case AGREEMENT -> letter(notification, to, AGREEMENT_SUBJECT, AGREEMENT, link);
            case WORD -> letter(notification, to, WORD_SUBJECT, WORD, link);
        };
    }

    private static Letter letter(Notification notification, String to, String subject, String text, Link link) {
        return new Letter(
                notification.id(),
                notification.caseId(),
                notification.channel(),
                to,
                subject,
                text.formatted(link.address(), DAY.format(link.expiresAt())));
    }
}
