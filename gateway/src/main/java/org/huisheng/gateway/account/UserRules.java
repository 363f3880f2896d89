package org.huisheng.gateway.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What an account may look like. */
final class UserRules {

    static final Set<String> ROLES = Set.of("ADMIN", "OFFICE", "LIAISON", "SURVEYOR", "LEADER", "ANALYST");

    private static final String BOUND = "LIAISON";
    private static final int LONGEST_NAME = 100;
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern FOREIGN_USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final Pattern DEPARTMENT = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

    private final List<Violation> violations = new ArrayList<>();

    private UserRules() {}

    /** What somebody of another house may be here: one who has no role, or none we know, is let in nowhere. */
    static void checkForeign(String username, Collection<String> roles, @Nullable String department) {
        if (!FOREIGN_USERNAME.matcher(username).matches()) {
            throw new NotAllowed("username-unusable");
        }
        if (roles.isEmpty()) {
            throw new NotAllowed("no-role-here");
        }
        if (department == null
                ? roles.contains(BOUND)
                : !DEPARTMENT.matcher(department).matches()) {
            throw new NotAllowed("no-department-here");
        }
    }

    /** @throws RuleViolated naming all that is wrong */
    static void check(String username, String name, Collection<String> roles, @Nullable String department) {
        var rules = new UserRules();
        if (!USERNAME.matcher(username).matches()) {
            rules.violations.add(new Violation("/username", "bad-username"));
        }
        rules.checkName(name);
        rules.checkRoles(List.copyOf(roles));
        rules.checkDepartment(department, roles);
        if (!rules.violations.isEmpty()) {
            throw new RuleViolated(rules.violations);
        }
    }

    private void checkName(String name) {
        if (name.isBlank()) {
            violations.add(new Violation("/name", "blank"));
        } else if (name.length() > LONGEST_NAME) {
            violations.add(new Violation("/name", "too-long", LONGEST_NAME));
        }
    }

    private void checkRoles(List<String> roles) {
        if (roles.isEmpty()) {
            violations.add(new Violation("/roles", "blank"));
        }
        for (var i = 0; i < roles.size(); i++) {
            if (!ROLES.contains(roles.get(i))) {
                violations.add(new Violation("/roles/" + i, "unknown-role", roles.get(i)));
            }
        }
    }

    /** Whether it exists is known to the services, which show a liaison of a department that does not exist nothing. */
    private void checkDepartment(@Nullable String department, Collection<String> roles) {
        if (department == null && roles.contains(BOUND)) {
            violations.add(new Violation("/department", "required"));
        } else if (department != null && !DEPARTMENT.matcher(department).matches()) {
            violations.add(new Violation("/department", "unknown-department", department));
        }
    }
}
