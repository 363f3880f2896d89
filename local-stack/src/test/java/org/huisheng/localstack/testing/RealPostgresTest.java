package org.huisheng.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealPostgresTest {

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "server_encoding, UTF8",
        "password_encryption, scram-sha-256"
    })
    void runs_with_durable_settings(String setting, String value) throws SQLException {
        var database = RealPostgres.freshDatabase();

        assertThat(single(database, "show " + setting)).isEqualTo(value);
    }

    @Test
    void listens_on_the_loopback_address_only() throws SQLException {
        var database = RealPostgres.freshDatabase();

        assertThat(single(database, "show listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void keeps_committed_rows_over_a_kill() throws SQLException {
        var database = RealPostgres.freshDatabase();
        execute(database, "create table answer (text text)");
        execute(database, "insert into answer values ('故障抢修很快')");

        RealPostgres.server().kill();
        RealPostgres.server().start();

        assertThat(single(database, "select text from answer")).isEqualTo("故障抢修很快");
    }

    @Test
    void keeps_committed_rows_over_a_stop() throws SQLException {
        var database = RealPostgres.freshDatabase();
        execute(database, "create table answer as select 1 as value");

        RealPostgres.server().stop();
        assertThatThrownBy(() -> connect(database)).isInstanceOf(SQLException.class);
        RealPostgres.server().start();

        assertThat(single(database, "select value from answer")).isEqualTo("1");
    }

    @Test
    void lets_no_role_into_a_database_of_another() {
        var own = RealPostgres.freshDatabase();
        var foreign = RealPostgres.freshDatabase();

        assertThatThrownBy(() -> DriverManager.getConnection(foreign.url(), own.user(), own.password()))
                .hasMessageContaining("permission denied");
    }

    private static String single(TestDatabase database, String query) throws SQLException {
        try (var connection = connect(database);
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(TestDatabase database, String statement) throws SQLException {
        try (var connection = connect(database)) {
            connection.createStatement().execute(statement);
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
