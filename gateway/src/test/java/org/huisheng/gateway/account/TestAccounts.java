package org.huisheng.gateway.account;

import java.time.Clock;
import org.huisheng.gateway.database.Database;

/** Accounts for tests that start no gateway. */
public final class TestAccounts {

    private TestAccounts() {}

    public static Accounts in(Database database) {
        return new Accounts(database);
    }

    public static SignInLog log(Database database, Clock clock) {
        return new SignInLog(database, clock);
    }
}
