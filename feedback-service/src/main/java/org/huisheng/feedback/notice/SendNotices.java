package org.huisheng.feedback.notice;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.delivery.DeliverLetters;
import org.huisheng.feedback.delivery.Letter;
import org.huisheng.feedback.delivery.Outgoing;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/** Has recipients told, if it is still news. */
@ApplicationScoped
class SendNotices implements Outgoing<Notice> {

    private static final Logger LOG = Logger.getLogger(SendNotices.class);

    private final Notices notices;
    private final Recipients recipients;
    private final Cases cases;
    private final DeliverLetters deliver;
    private final Wording wording;

    SendNotices(Notices notices, Recipients recipients, Cases cases, DeliverLetters deliver, Wording wording) {
        this.notices = notices;
        this.recipients = recipients;
        this.cases = cases;
        this.deliver = deliver;
        this.wording = wording;
    }

    @Scheduled(
            identity = "notices",
            every = "${huisheng.notification.every:5s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Notices wait", () -> deliver.sendDue(this));
    }

    @Override
    public Optional<Notice> due(Instant now) {
        return notices.due(now);
    }

    @Override
    public Optional<Letter> letter(Notice notice, Instant now) {
        return recipients
                .findByIdOptional(notice.recipient())
                .map(Recipient::reach)
                .filter(reach -> reach.channel() == notice.channel() && isNews(notice.news()))
                .map(reach -> wording.letter(notice, reach));
    }

    private boolean isNews(News news) {
        return !news.occasion().isOfCases() || isNews(news, cases.require(news.subject()));
    }

    private static boolean isNews(News news, Case matter) {
        return isTheirs(news, matter) && news.occasion().isNews(matter.status());
    }

    /** Whether the department still has to do with it in the way it is told of. */
    private static boolean isTheirs(News news, Case matter) {
        var has = matter.department()
                .filter(code -> code.equals(news.department()))
                .isPresent();
        var hadFirst = matter.firstReceiver()
                .filter(code -> code.equals(news.department()))
                .isPresent();
        return switch (news.occasion()) {
            case ASSIGNMENT, WAITING_OVER, ANSWER -> has;
            case DISPUTE -> has || hadFirst;
            default -> true;
        };
    }

    @Override
    public Notice require(UUID id) {
        return notices.findById(id);
    }
}
