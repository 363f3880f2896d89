package org.huisheng.survey;

import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.huisheng.kit.testing.ChangesAreOnRecord;

@Provider
class ChangesAreOnRecordInTests extends ChangesAreOnRecord {

    private static final Set<String> MAY_CHANGE_NOTHING = Set.of(
            "PUT /api/survey/v1/campaigns/{id}",
            "POST /api/survey/v1/campaigns/{id}/closing",
            "POST /api/survey/v1/campaigns/{id}/opening",
            "POST /api/survey/v1/campaigns/{id}/scheduling",
            "DELETE /api/survey/v1/campaigns/{id}/scheduling",
            "POST /api/survey/v1/definitions/check",
            "POST /api/survey/v1/kiosks/{id}/revocation",
            "POST /api/survey/v1/responses/{id}/withdrawal",
            "PUT /api/survey/v1/surveys/{id}/draft",
            "PUT /api/survey/v1/surveys/{id}/versions/{version}/renamed");

    ChangesAreOnRecordInTests(DataSource dataSource) {
        super(dataSource, List.of("/api/survey/"), MAY_CHANGE_NOTHING);
    }
}
