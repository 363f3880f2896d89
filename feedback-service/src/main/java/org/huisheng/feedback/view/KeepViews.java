package org.huisheng.feedback.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;

/** Keeps views. Whoever opens one sees in it what they may see: a view is a question, not an answer. */
@ApplicationScoped
class KeepViews implements PanacheRepositoryBase<SavedView, UUID> {

    static final int MOST_OF_ONE = 100;
    static final int MOST_SHARED = 100;

    private final Caller caller;
    private final AuditTrail trail;
    private final Clock clock;

    KeepViews(Caller caller, AuditTrail trail, Clock clock) {
        this.caller = caller;
        this.trail = trail;
        this.clock = clock;
    }

    record Wanted(String name, boolean shared, Filters filters) {}

    /** Their own, then those that are shared by others; two hundred at most. */
    @Transactional
    List<SavedView> visible() {
        var own = find("owner = ?1 order by name", caller.name()).page(0, MOST_OF_ONE).stream();
        var shared = find("shared and owner <> ?1 order by name, id", caller.name()).page(0, MOST_SHARED).stream();
        return Stream.concat(own, shared).toList();
    }

    @Transactional
    SavedView save(Wanted wanted) {
        if (wanted.shared() && !caller.hasRole(Role.OFFICE)) {
            throw new NotAllowed("office-shares");
        }
        var owner = caller.name();
        if (count("owner = ?1 and name = ?2", owner, wanted.name()) > 0) {
            throw new Conflict("view-exists", wanted.name());
        }
        if (count("owner", owner) >= MOST_OF_ONE || (wanted.shared() && count("shared") >= MOST_SHARED)) {
            throw new Conflict("too-many-views", MOST_OF_ONE);
        }
        var now = clock.instant();
        var view = new SavedView(Uuid7.at(now), owner, wanted.name(), wanted.shared(), wanted.filters(), now);
        persist(view);
        trail.makes(view.id());
        return view;
    }

    /** Whose it is, or anybody of the office if it is shared; to others it is not there. */
    @Transactional
    void drop(UUID id) {
        var view = findByIdOptional(id)
                .filter(found -> found.owner().equals(caller.name()) || (found.shared() && caller.hasRole(Role.OFFICE)))
                .orElseThrow(() -> new NotFound("view", id));
        delete(view);
    }
}
