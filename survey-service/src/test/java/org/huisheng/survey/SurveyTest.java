package org.huisheng.survey;

import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.localstack.testing.RealKafka;
import org.huisheng.localstack.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;

/** What the tests over HTTP share: real servers, and departments that are known. */
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealKafka.class)
@QuarkusTestResource(TestTokens.class)
public abstract class SurveyTest {

    @Inject
    protected DataSource dataSource;

    @BeforeEach
    void departments() throws Exception {
        if (count("SELECT count(*) FROM department") < 2) {
            SurveyFixture.publishDepartments();
        }
    }

    protected long count(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What no client could bring about. */
    protected void change(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
