package org.huisheng.kpi;

import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.huisheng.kit.testing.ChangesAreOnRecord;

@Provider
class ChangesAreOnRecordInTests extends ChangesAreOnRecord {

    private static final Set<String> MAY_CHANGE_NOTHING = Set.of(
            "PUT /api/kpi/v1/briefings/{id}/productions/{language}",
            "POST /api/kpi/v1/contract-templates/check",
            "POST /api/kpi/v1/contracts/check",
            "POST /api/kpi/v1/contracts/{id}/records/{record}/revocation",
            "POST /api/kpi/v1/contracts/{id}/signatures",
            "PUT /api/kpi/v1/departments/{code}",
            "DELETE /api/kpi/v1/periods/{period}/seal");

    ChangesAreOnRecordInTests(DataSource dataSource) {
        super(dataSource, List.of("/api/kpi/"), MAY_CHANGE_NOTHING);
    }
}
