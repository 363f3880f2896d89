package org.huisheng.localstack.postgres;

import java.util.ArrayList;
import java.util.List;
import org.huisheng.localstack.process.Commands;
import org.huisheng.localstack.process.StartFailed;

/** PostgreSQL refuses to run as root. In a user namespace of its own it still owns its files but is nobody in particular. */
final class Unprivileged {

    private static final List<String> OWN_USER_NAMESPACE = List.of("unshare", "--user");

    private Unprivileged() {}

    static List<String> command(String... command) {
        List<String> whole = new ArrayList<>(isRoot() ? OWN_USER_NAMESPACE : List.of());
        whole.addAll(List.of(command));
        return whole;
    }

    static void check() {
        if (isRoot() && !Commands.run("sh", "-c", "unshare --user true").succeeded()) {
            throw new StartFailed("PostgreSQL must not run as root, and this machine does not let root give up its"
                    + " rights (unshare --user failed): run ./huisheng as an ordinary user");
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
