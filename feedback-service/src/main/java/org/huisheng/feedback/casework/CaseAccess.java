package org.huisheng.feedback.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;

/** Who may do what with which case. */
@ApplicationScoped
public class CaseAccess {

    private final Caller caller;

    CaseAccess(Caller caller) {
        this.caller = caller;
    }

    public String actor() {
        return caller.name();
    }

    /** Of whoever calls, empty if they belong to none. */
    public Optional<String> department() {
        return caller.department();
    }

    /** The only department whose cases the caller may list; empty when they may list all. */
    public Optional<String> scope() {
        return caller.departmentScope();
    }

    public void requireReader(Case matter) {
        if (!mayRead(matter)) {
            throw new NotAllowed("foreign-department");
        }
    }

    /** Of those who may read cases at all. */
    public boolean mayRead(Case matter) {
        return scope().isEmpty() || isInvolved(matter) || isCoLead(matter);
    }

    /** The office, or the liaison of the department that has the case. */
    public void requireHandler(Case matter) {
        if (!caller.hasRole(Role.OFFICE)) {
            requireLiaison(matter);
        }
    }

    public void requireLiaison(Case matter) {
        if (!isResponsible(matter)) {
            throw new NotAllowed("foreign-department");
        }
    }

    /** The office, the department that has the case, or the one that had it first. */
    public void requireInvolved(Case matter) {
        if (!caller.hasRole(Role.OFFICE) && !isInvolved(matter)) {
            throw new NotAllowed("foreign-department");
        }
    }

    /** The liaison of the department that was asked to contribute. */
    public void requireContributor(String department) {
        if (!isLiaisonOf(department)) {
            throw new NotAllowed("foreign-department");
        }
    }

    /** Whether the caller sees of a case only what they were asked for. */
    public Optional<String> onlyTasksOf(Case matter) {
        return scope().isPresent() && !isInvolved(matter) ? scope() : Optional.empty();
    }

    /** Nobody confirms their own department's work, whatever their role. */
    public void requireOutsider(Case matter) {
        if (!isOutsider(matter)) {
            throw new NotAllowed("own-department");
        }
    }

    public boolean isOutsider(Case matter) {
        return caller.department().filter(matter::hasPart).isEmpty();
    }

    /** Names, telephone numbers, notes and the stakeholder's words are for those who work on the case. */
    public boolean seesPersonalData(Case matter) {
        return caller.hasRole(Role.OFFICE) || isInvolved(matter) || hasJustTakenItDown(matter);
    }

    /** Whether the caller sees the words of stakeholders in all they may list; else they could be guessed by searching. */
    public boolean searchesWords() {
        return caller.hasRole(Role.OFFICE) || (caller.hasRole(Role.LIAISON) && scope().isPresent());
    }

    /** A liaison could put the words of a case beside the figures its response went into. */
    public boolean seesResponses() {
        return caller.hasRole(Role.OFFICE);
    }

    private boolean hasJustTakenItDown(Case matter) {
        return matter.status() == CaseStatus.RECEIVED && matter.openedBy().equals(caller.name());
    }

    private boolean isCoLead(Case matter) {
        return caller.department()
                .filter(matter::hasCoLead)
                .filter(this::isLiaisonOf)
                .isPresent();
    }

    private boolean isLiaisonOf(String department) {
        return caller.hasRole(Role.LIAISON)
                && caller.department().filter(department::equals).isPresent();
    }

    private boolean isInvolved(Case matter) {
        return isResponsible(matter)
                || (caller.hasRole(Role.LIAISON)
                        && matter.firstReceiver().isPresent()
                        && matter.firstReceiver().equals(caller.department()));
    }

    private boolean isResponsible(Case matter) {
        return caller.hasRole(Role.LIAISON)
                && matter.department().isPresent()
                && matter.department().equals(caller.department());
    }
}
