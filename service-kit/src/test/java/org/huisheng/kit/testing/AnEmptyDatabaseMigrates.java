package org.huisheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** Holds for every service, which inherits it: its migrations make a schema out of nothing, and only once. */
public abstract class AnEmptyDatabaseMigrates {

    /** An empty database, and where the migrations are. */
    protected abstract FluentConfiguration emptyDatabase();

    @Test
    void an_empty_database_migrates_and_validates() {
        var flyway = emptyDatabase().load();

        var migrated = flyway.migrate();

        assertThat(migrated.success).isTrue();
        assertThat(migrated.migrationsExecuted).isPositive();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }
}
