package org.huisheng.feedback.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** The office says who is told. */
@ApplicationScoped
class KeepRecipients {

    private final Recipients recipients;
    private final Departments departments;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    KeepRecipients(Recipients recipients, Departments departments, EntityManager entities, Caller caller, Clock clock) {
        this.recipients = recipients;
        this.departments = departments;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    List<Recipient> page(@Nullable Audience audience, @Nullable String department, @Nullable Keyset after, int limit) {
        return recipients.page(audience, department, after, limit);
    }

    @Transactional
    Recipient one(UUID id) {
        return recipients.require(id);
    }

    @Transactional
    Recipient enter(Reach reach) {
        requireNew(reach, null);
        if (recipients.count() >= Recipients.MOST) {
            throw new Conflict("too-many-recipients", Recipients.MOST);
        }
        var now = clock.instant();
        var recipient = new Recipient(Uuid7.at(now), reach, caller.name(), now);
        recipients.persistAndFlush(recipient);
        return recipient;
    }

    @Transactional
    Recipient change(UUID id, @Nullable Long expected, Reach reach) {
        var recipient = recipients.require(id);
        recipient.verify(expected);
        requireNew(reach, id);
        recipient.change(reach, caller.name(), clock.instant());
        recipients.flush();
        return recipient;
    }

    /** What they were to be told and were not yet is dropped when its turn comes. */
    @Transactional
    void remove(UUID id, @Nullable Long expected) {
        var recipient = recipients.require(id);
        recipient.verify(expected);
        recipients.delete(recipient);
    }

    private void requireNew(Reach reach, @Nullable UUID own) {
        if (reach.department() != null) {
            departments.requireActive("/department", reach.department());
        }
        // Recipients are changed rarely, so one after the other.
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(34, 0)) AS turn")
                .getSingleResult();
        if (recipients.has(reach, own)) {
            throw new Conflict("recipient-exists");
        }
    }
}
