package org.huisheng.kpi.briefing;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.web.AllowedSets;

/**
 * Who is shown which issues. What was published is for everybody who works here, whatever their department: approving it is
 * what lets its figures out. A key of a BI tool that is limited to something stays limited to it.
 */
@RequestScoped
class MayRead {

    private final Caller caller;
    private final AllowedSets sets;

    MayRead(Caller caller, AllowedSets sets) {
        this.caller = caller;
        this.sets = sets;
    }

    boolean drafts() {
        return caller.hasRole(Role.OFFICE) || caller.hasRole(Role.LEADER) || caller.hasRole(Role.ADMIN);
    }

    /** @throws NotAllowed if the caller's key is limited to less than an issue shows */
    void require() {
        sets.require(AllowedSets.SCORES);
        if (!caller.hasRole(Role.LIAISON) && caller.departmentScope().isPresent()) {
            throw new NotAllowed("foreign-department");
        }
    }

    /** @throws NotFound as if there were none, of what is not out yet */
    Briefing require(Briefing briefing, UUID id) {
        require();
        if (!briefing.isPublished() && !drafts()) {
            throw new NotFound("briefing", id);
        }
        return briefing;
    }
}
