package org.huisheng.kpi.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.huisheng.localstack.testing.RealPostgres;
import org.huisheng.localstack.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Observations that were there before there were partitions. */
class PartitionMigrationTest {

    private static final String BEFORE = "018";
    private static final String INSERT = """
            INSERT INTO observation (event_id, ordinal, metric, side, department, month, belongs_to, occurred_at, recorded_at,
                                     value, bucket, source_type, source_id, raw, scale_min, scale_max, withdrawn, sources, tag)
            SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n %% 3, 'satisfaction.service', 'CUSTOMER',
                   'DIST', %1$s, %2$s, now(), now(), 75, 3, 'RESPONSE', gen_random_uuid(), 4, 1, 5, n %% 7 = 0, 1, 'gate'
            FROM generate_series(%3$d, %4$d) AS n
            """;
    private static final String FINGERPRINT = """
            SELECT string_agg(md5(row(event_id, ordinal, metric, side, department, month, occurred_at, recorded_at, value,
                              bucket, source_type, source_id, raw, scale_min, scale_max, withdrawn, sources, tag)::text), ''
                              ORDER BY event_id, ordinal) FROM observation
            """;

    @Test
    void every_row_is_there_afterwards_in_the_partition_of_its_month() throws SQLException {
        var database = RealPostgres.freshDatabase();
        migrate(database, BEFORE);
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            var month = "(DATE '2025-01-01' + n % 14 * interval '1 month')::date";
            run(connection, INSERT.formatted(month, "NULL", 1, 1000));
            run(connection, INSERT.formatted("DATE '2026-05-01'", "DATE '2026-03-01'", 1001, 1020));
            run(connection, INSERT.formatted("DATE '2041-07-01'", "NULL", 1021, 1022));
            var before = texts(connection, FINGERPRINT);

            migrate(database, "latest");

            assertThat(texts(connection, FINGERPRINT)).isEqualTo(before);
            assertThat(texts(connection, "SELECT month || ' ' || belongs_to FROM late_month"))
                    .containsExactly("2026-05-01 2026-03-01");
            assertThat(texts(connection, """
                    SELECT DISTINCT belongs_to || ' ' || tableoid::regclass FROM observation
                    WHERE belongs_to IN ('2025-01-01', '2026-02-01', '2026-03-01', '2041-07-01') ORDER BY 1
                    """))
                    .containsExactly(
                            "2025-01-01 observation_2025_01",
                            "2026-02-01 observation_2026_02",
                            "2026-03-01 observation_2026_03",
                            "2041-07-01 observation_2041_07");
            assertThat(texts(connection, "SELECT count(*) FROM observation WHERE belongs_to > month"))
                    .containsExactly("0");
            assertThat(texts(connection, "SELECT count(*) FROM ONLY observation_other"))
                    .containsExactly("0");
        }
    }

    private static void migrate(TestDatabase database, String target) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("db/kit", "db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
