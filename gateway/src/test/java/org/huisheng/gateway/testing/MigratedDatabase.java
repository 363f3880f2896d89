package org.huisheng.gateway.testing;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.huisheng.localstack.testing.RealPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of the gateway's with nothing in it yet. */
public final class MigratedDatabase {

    private MigratedDatabase() {}

    public static DataSource fresh() {
        var database = RealPostgres.freshDatabase();
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }
}
