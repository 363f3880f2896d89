package org.huisheng.feedback;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.huisheng.kit.testing.AnEmptyDatabaseMigrates;
import org.huisheng.localstack.testing.RealPostgres;

class MigrationTest extends AnEmptyDatabaseMigrates {

    @Override
    protected FluentConfiguration emptyDatabase() {
        var database = RealPostgres.freshDatabase();
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("db/kit", "db/migration");
    }
}
