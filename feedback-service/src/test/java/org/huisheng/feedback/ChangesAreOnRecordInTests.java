package org.huisheng.feedback;

import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.huisheng.kit.testing.ChangesAreOnRecord;

@Provider
class ChangesAreOnRecordInTests extends ChangesAreOnRecord {

    private static final Set<String> MAY_CHANGE_NOTHING = Set.of(
            "POST /api/feedback/v1/cases",
            "POST /api/feedback/v1/cases/assignments",
            "POST /api/feedback/v1/cases/{id}/clock-recomputation",
            "POST /api/feedback/v1/cases/{id}/merge",
            "POST /api/feedback/v1/cases/{id}/separation",
            "POST /api/feedback/v1/cases/{id}/attachments",
            "POST /api/feedback/v1/cases/{id}/category",
            "POST /api/feedback/v1/cases/{id}/severity",
            "PUT /api/feedback/v1/categories/{code}",
            "PUT /api/feedback/v1/calendars/{code}/years/{year}",
            "POST /api/feedback/v1/comments",
            "POST /api/feedback/v1/comments/{id}/acknowledgement",
            "POST /api/feedback/v1/comments/{id}/reminders",
            "POST /api/feedback/v1/comments/{id}/reply",
            "POST /api/feedback/v1/comments/{id}/tasks/{department}/completion",
            "POST /api/feedback/v1/comments/{id}/tasks/{department}/return",
            "POST /api/feedback/v1/enterprises/batch",
            "PUT /api/feedback/v1/enterprises/{id}",
            "PUT /api/feedback/v1/parks/{code}",
            "PUT /api/feedback/v1/reply-template",
            "POST /api/feedback/v1/reports",
            "POST /api/feedback/v1/reports/{id}/reception",
            "PUT /api/feedback/v1/rules/{id}",
            "POST /api/feedback/v1/rules/{id}/disabling",
            "POST /api/feedback/v1/rules/{id}/enabling",
            "PUT /api/feedback/v1/sla-policies/{id}",
            "POST /api/feedback/v1/visit-plans",
            "POST /api/feedback/v1/visits",
            "POST /api/feedback/v1/visits/completions/batch",
            "PUT /api/feedback/v1/visits/{id}",
            "POST /api/feedback/v1/visits/{id}/cancellation",
            "POST /api/feedback/v1/visits/{id}/completion",
            "POST /api/feedback/v1/visits/{id}/miss");

    ChangesAreOnRecordInTests(DataSource dataSource) {
        super(dataSource, List.of("/api/feedback/"), MAY_CHANGE_NOTHING);
    }
}
