package org.huisheng.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.huisheng.kit.problem.DomainException.NotAllowed;

/** Who is calling, and which department's rows they may touch. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String name() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** The caller's own department, if their token names one. */
    public Optional<String> department() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.<String>getClaim("department"))
                : Optional.empty();
    }

    /** The only department whose rows the caller may see; empty when they may see all. */
    public Optional<String> departmentScope() {
        if (hasRole(Role.OFFICE) || hasRole(Role.ADMIN) || hasRole(Role.LEADER)) {
            return Optional.empty();
        }
        if (hasRole(Role.ANALYST)) {
            // A key of a BI tool may be limited to a department.
            return department();
        }
        return Optional.of(department().orElseThrow(() -> new NotAllowed("foreign-department")));
    }

    /** @throws NotAllowed if the row belongs to a department outside the caller's scope */
    public void requireDepartment(String department) {
        if (departmentScope().filter(own -> !own.equals(department)).isPresent()) {
            throw new NotAllowed("foreign-department");
        }
    }
}
