package org.huisheng.gateway;

import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.huisheng.kit.testing.ChangesAreOnRecord;

@Provider
class ChangesAreOnRecordInTests extends ChangesAreOnRecord {

    private static final Set<String> MAY_CHANGE_NOTHING =
            Set.of("POST /api/auth/v1/analyst-keys/{id}/revocation", "POST /api/auth/v1/users/{username}/unlock");

    ChangesAreOnRecordInTests(DataSource dataSource) {
        super(dataSource, List.of("/api/auth/"), MAY_CHANGE_NOTHING);
    }
}
