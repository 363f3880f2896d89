package org.huisheng.feedback.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.StepKind;
import org.huisheng.feedback.casework.Timeline;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.feedback.confirmation.ConfirmationConfig;
import org.huisheng.feedback.link.Link;
import org.huisheng.feedback.link.LinkAddresses;
import org.huisheng.feedback.link.LinkToken;

/** Makes the links by which stakeholders say what is waited for. */
@ApplicationScoped
public class InquiryLinks {

    private static final String PAGE = "a";

    private final Inquiries inquiries;
    private final Cases cases;
    private final Timeline timeline;
    private final ConfirmationConfig config;
    private final LinkAddresses addresses;

    InquiryLinks(
            Inquiries inquiries, Cases cases, Timeline timeline, ConfirmationConfig config, LinkAddresses addresses) {
        this.inquiries = inquiries;
        this.cases = cases;
        this.timeline = timeline;
        this.config = config;
        this.addresses = addresses;
    }

    /** The step by which something is asked for and waited for now. */
    @Transactional(TxType.MANDATORY)
    public Optional<Integer> awaited(Case matter) {
        return matter.status() == CaseStatus.WAITING
                ? timeline.last(matter.id(), StepKind.WAITING)
                        .filter(entry -> entry.publicNote().isPresent())
                        .map(TimelineEntry::seq)
                : Optional.empty();
    }

    @Transactional(TxType.MANDATORY)
    public Link make(Case matter, int step, Act act) {
        var token = LinkToken.random();
        var inquiry = new Inquiry(token, matter.id(), step, config.validity(), act);
        inquiries.persist(inquiry);
        return link(token, inquiry);
    }

    /**
     * For somebody who can prove that the case is theirs: the same link each time, good for the whole validity again.
     *
     * @param secret which only they have; who has the database has neither it nor, without it, the link
     */
    @Transactional(TxType.MANDATORY)
    public Link keep(Case matter, int step, String secret, Act act) {
        var token = LinkToken.of(secret, PAGE, matter.id(), step);
        cases.inTurn(matter.id());
        var inquiry = inquiries.findByIdOptional(token.hash()).orElse(null);
        if (inquiry == null) {
            inquiry = new Inquiry(token, matter.id(), step, config.validity(), act);
            inquiries.persist(inquiry);
        } else {
            inquiry.renew(config.validity(), act);
        }
        return link(token, inquiry);
    }

    private Link link(LinkToken token, Inquiry inquiry) {
        return new Link(token.value(), addresses.of(PAGE, token), inquiry.expiresAt());
    }
}
