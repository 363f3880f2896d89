package org.huisheng.kit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutageTest {

    private static final Logger LOG = Logger.getLogger(DatabaseOutageTest.class);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08006", "57P01", "57014", "53300"})
    void a_server_that_is_away_or_overwhelmed_may_answer_later(String state) {
        assertThat(DatabaseOutage.is(new SQLException("away", state))).isTrue();
        assertThat(DatabaseOutage.isPassing(new IllegalStateException(new SQLException("away", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void a_lost_race_is_no_outage_but_passes(String state) {
        assertThat(DatabaseOutage.is(new SQLException("race", state))).isFalse();
        assertThat(DatabaseOutage.isPassing(new SQLException("race", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "42601"})
    void what_was_refused_once_is_refused_again(String state) {
        assertThat(DatabaseOutage.is(new SQLException("refused", state))).isFalse();
        assertThat(DatabaseOutage.isPassing(new RuntimeException(new SQLException("refused", state))))
                .isFalse();
    }

    @Test
    void a_job_waits_for_its_next_time_while_the_database_is_away_and_hides_nothing_else() {
        var bug = new IllegalArgumentException("a bug of ours");
        var refused = new SQLException("refused", "23505");

        DatabaseOutage.orNextTime(LOG, "Nothing is done", () -> {
            throw new SQLException("away", "08006");
        });
        assertThatThrownBy(() -> DatabaseOutage.orNextTime(LOG, "Nothing is done", () -> {
                    throw bug;
                }))
                .isSameAs(bug);
        assertThatThrownBy(() -> DatabaseOutage.orNextTime(LOG, "Nothing is done", () -> {
                    throw refused;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(refused);
    }
}
