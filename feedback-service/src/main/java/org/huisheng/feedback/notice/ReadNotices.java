package org.huisheng.feedback.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.huisheng.feedback.delivery.Delivery.State;
import org.huisheng.feedback.request.Keyset;
import org.jspecify.annotations.Nullable;

/** What was sent to those who work here. */
@ApplicationScoped
class ReadNotices {

    private final Notices notices;

    ReadNotices(Notices notices) {
        this.notices = notices;
    }

    @Transactional
    List<Notice> newest(@Nullable State state, @Nullable Keyset after, int limit) {
        return notices.newest(state, after, limit);
    }
}
