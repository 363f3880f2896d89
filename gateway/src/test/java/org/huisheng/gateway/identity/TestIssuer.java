package org.huisheng.gateway.identity;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.huisheng.gateway.testing.Settings;

/** Signs tokens as a gateway does, for tests that start none. */
public final class TestIssuer {

    private TestIssuer() {}

    public static Tokens on(DataSource dataSource, Clock clock) throws SQLException {
        var keys = new SigningKeys(dataSource, clock);
        keys.load();
        return new Tokens(keys, clock, Settings.defaults(IdentityConfig.class));
    }
}
