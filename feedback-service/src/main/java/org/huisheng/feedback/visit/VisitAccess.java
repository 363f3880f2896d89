package org.huisheng.feedback.visit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.jspecify.annotations.Nullable;

/** Who may do what with which visit. */
@ApplicationScoped
class VisitAccess {

    private final Caller caller;
    private final VisitConfig config;

    VisitAccess(Caller caller, VisitConfig config) {
        this.caller = caller;
        this.config = config;
    }

    String actor() {
        return caller.name();
    }

    /** The only surveyor whose visits the caller may list; empty when they may list all. */
    Optional<String> scope() {
        return caller.hasRole(Role.OFFICE) || caller.hasRole(Role.LEADER)
                ? Optional.empty()
                : Optional.of(caller.name());
    }

    void requireReader(Visit visit) {
        if (scope().isPresent()) {
            requireOwn(visit);
        }
    }

    /** The office, or whoever is to make the visit. */
    void requireHandler(Visit visit) {
        if (!caller.hasRole(Role.OFFICE)) {
            requireOwn(visit);
        }
    }

    private void requireOwn(Visit visit) {
        if (!visit.isOf(caller.name())) {
            throw new NotAllowed("foreign-visit");
        }
    }

    /** A surveyor goes themselves; only the office sends others, or leaves open who goes. */
    @Nullable
    String surveyor(@Nullable String wanted) {
        if (caller.hasRole(Role.OFFICE)) {
            return wanted;
        }
        if (wanted != null && !wanted.equals(caller.name())) {
            throw new NotAllowed("foreign-visit");
        }
        return caller.name();
    }

    /** Of whoever calls, empty if they belong to none. */
    Optional<String> ownDepartment() {
        return caller.department();
    }

    /** Who answers for a visit the caller arranges. */
    String department() {
        return caller.hasRole(Role.OFFICE)
                ? config.department()
                : caller.department().orElse(config.department());
    }

    /** Whom one met and what was noted is for the office and for who was there. */
    boolean seesPersonalData(Visit visit) {
        return caller.hasRole(Role.OFFICE) || (caller.hasRole(Role.SURVEYOR) && visit.isOf(caller.name()));
    }
}
