package org.huisheng.survey.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseClosed;
import org.huisheng.events.FeedbackEvent.CaseConfirmed;
import org.huisheng.events.FeedbackEvent.CaseDisputed;
import org.huisheng.events.FeedbackEvent.CaseFollowed;
import org.huisheng.events.FeedbackEvent.CaseMerged;
import org.huisheng.events.FeedbackEvent.CaseOpened;
import org.huisheng.events.FeedbackEvent.CaseOverdue;
import org.huisheng.events.FeedbackEvent.CaseOverridden;
import org.huisheng.events.FeedbackEvent.CaseRecategorised;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseSeparated;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.CaseTransferred;
import org.huisheng.events.FeedbackEvent.CaseUnreachable;
import org.huisheng.events.FeedbackEvent.Stage;
import org.jspecify.annotations.Nullable;

/** Which department has which case that came from a response, as feedback-service tells it. */
@ApplicationScoped
public class CaseHolders {

    private final DataSource dataSource;

    CaseHolders(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param department null while nobody has it, and again once the case is closed */
    record Holder(UUID responseId, @Nullable String department) {}

    /** The step with the highest number counts, in whichever order they come. */
    public void learn(FeedbackEvent step) {
        var echo = step.echo();
        if (echo == null || saysNothingOfWho(step)) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var upsert = connection.prepareStatement("""
                        INSERT INTO case_holder (case_id, step, response_id, department) VALUES (?, ?, ?, ?)
                        ON CONFLICT (case_id) DO UPDATE
                        SET step = excluded.step, response_id = excluded.response_id, department = excluded.department
                        WHERE case_holder.step < excluded.step
                        """)) {
            upsert.setObject(1, step.caseId());
            upsert.setInt(2, echo.step());
            upsert.setObject(3, echo.responseId());
            upsert.setString(4, holder(step));
            upsert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Who had a case when it was merged into another has it until that one is closed. */
    private static boolean saysNothingOfWho(FeedbackEvent step) {
        return step instanceof CaseFollowed followed && followed.stage() != Stage.CLOSED;
    }

    private static @Nullable String holder(FeedbackEvent step) {
        return switch (step) {
            case CaseOpened _, CaseClosed _, CaseFollowed _ -> null;
            case CaseAssigned with -> with.department();
            case CaseTransferred with -> with.department();
            case CaseStarted with -> with.department();
            case CaseResolved with -> with.department();
            case CaseConfirmed with -> with.department();
            case CaseDisputed with -> with.department();
            case CaseUnreachable with -> with.department();
            case CaseOverdue with -> with.department();
            case CaseMerged with -> with.department();
            case CaseSeparated with -> with.department();
            case CaseRecategorised with -> with.department();
            case CaseOverridden with -> with.closed() ? null : with.department();
        };
    }

    Optional<Holder> of(UUID caseId) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "SELECT response_id, department FROM case_holder WHERE case_id = ?")) {
            select.setObject(1, caseId);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Holder(row.getObject("response_id", UUID.class), row.getString("department")))
                        : Optional.empty();
            }
        }
    }
}
