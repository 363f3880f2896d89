package org.huisheng.survey.echo;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.echo.PublicCase.Step;

/** The steps of cases that came from responses. */
@ApplicationScoped
public class CaseSteps {

    private final DataSource dataSource;

    CaseSteps(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A step that is known already stays as it is. */
    void add(FeedbackEvent event) {
        var echo = event.echo();
        if (echo != null) {
            PublicState.after(event)
                    .ifPresent(state -> add(
                            event.caseId(), echo.step(), echo.responseId(), state, BusinessDay.of(event.occurredAt())));
        }
    }

    private void add(UUID caseId, int step, UUID responseId, PublicState state, LocalDate day) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO case_step (case_id, step, response_id, state, day) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (case_id, step) DO NOTHING
                        """)) {
            insert.setObject(1, caseId);
            insert.setInt(2, step);
            insert.setObject(3, responseId);
            insert.setString(4, state.name());
            insert.setObject(5, day);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The oldest case first. */
    public List<PublicCase> of(Connection connection, UUID responseId) throws SQLException {
        var cases = new LinkedHashMap<UUID, List<Step>>();
        try (var select = connection.prepareStatement("""
                SELECT case_id, state, day FROM case_step WHERE response_id = ?
                ORDER BY min(day) OVER (PARTITION BY case_id), case_id, step
                """)) {
            select.setObject(1, responseId);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var since = BusinessDay.start(row.getObject("day", LocalDate.class));
                    cases.computeIfAbsent(row.getObject("case_id", UUID.class), first -> new ArrayList<>())
                            .add(new Step(PublicState.valueOf(row.getString("state")), since));
                }
            }
        }
        return cases.values().stream().map(PublicCase::of).toList();
    }
}
