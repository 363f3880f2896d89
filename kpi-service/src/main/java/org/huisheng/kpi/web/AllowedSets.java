package org.huisheng.kpi.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.huisheng.kit.problem.DomainException.NotAllowed;

/**
 * Which sets of the feed the caller may read, in whatever form they are shown. A token without the claim is limited to no
 * set; one whose claim is no list of texts may read none.
 */
@RequestScoped
public class AllowedSets {

    public static final String SCORES = "Scores";
    public static final String RATES = "Rates";
    public static final String OBSERVATIONS = "Observations";
    public static final String DEPARTMENTS = "Departments";

    private static final String CLAIM = "sets";

    private final SecurityIdentity identity;

    AllowedSets(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws NotAllowed if the caller may not read it */
    public void require(String set) {
        if (!allow(set)) {
            throw new NotAllowed("set-not-allowed", set);
        }
    }

    public boolean allow(String set) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || !token.containsClaim(CLAIM)) {
            return true;
        }
        return token.getClaim(CLAIM) instanceof Collection<?> allowed
                && allowed.stream().anyMatch(one -> set.equals(text(one)));
    }

    private static Object text(Object claimed) {
        return claimed instanceof JsonString json ? json.getString() : claimed;
    }
}
