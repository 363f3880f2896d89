package org.huisheng.localstack.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who can log in to a fresh stack: one person per role, and a liaison of every demo department. */
final class BootstrapUsers {

    private static final List<String> STAFF = List.of("admin", "office", "leader", "surveyor", "analyst");
    private static final List<String> DEMO_DEPARTMENTS =
            List.of("MKT", "DIST", "TRANS", "DISP", "SAFE", "CONS", "FIN", "HR", "PARTY", "OFFICE");

    private BootstrapUsers() {}

    /** Liaisons stay once there were any: the gateway keeps them too. */
    static List<BootstrapUser> of(Secrets secrets, boolean demo) {
        List<BootstrapUser> users = new ArrayList<>();
        for (var name : STAFF) {
            users.add(
                    new BootstrapUser(name, secrets.named(secret(name)), List.of(name.toUpperCase(Locale.ROOT)), null));
        }
        for (var department : DEMO_DEPARTMENTS) {
            var name = "liaison-" + department.toLowerCase(Locale.ROOT);
            if (demo || secrets.has(secret(name))) {
                users.add(new BootstrapUser(name, secrets.named(secret(name)), List.of("LIAISON"), department));
            }
        }
        return users;
    }

    private static String secret(String username) {
        return "user." + username;
    }
}
