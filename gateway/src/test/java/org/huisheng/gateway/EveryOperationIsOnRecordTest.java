package org.huisheng.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.huisheng.gateway.testing.ServiceStandIns;
import org.huisheng.kit.audit.AuditedOperations;
import org.huisheng.kit.testing.EveryOperationIsOnRecord;
import org.huisheng.localstack.testing.RealPostgres;

@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(ServiceStandIns.class)
@QuarkusTest
class EveryOperationIsOnRecordTest extends EveryOperationIsOnRecord {

    @Inject
    AuditedOperations operations;

    @Override
    protected AuditedOperations operations() {
        return operations;
    }

    @Override
    protected List<String> prefixes() {
        return List.of("/api/auth/");
    }
}
