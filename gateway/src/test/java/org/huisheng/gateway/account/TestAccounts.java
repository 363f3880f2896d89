package org.huisheng.gateway.account;

import org.huisheng.gateway.database.Database;

/** Accounts for tests that start no gateway. */
public final class TestAccounts {

    private TestAccounts() {}

    public static Accounts in(Database database) {
        return new Accounts(database);
    }
}
