package org.huisheng.feedback;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.huisheng.kit.audit.AuditedOperations;
import org.huisheng.kit.testing.EveryOperationIsOnRecord;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.localstack.testing.RealKafka;
import org.huisheng.localstack.testing.RealPostgres;

@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealKafka.class)
@QuarkusTestResource(TestTokens.class)
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
        return List.of("/api/feedback/");
    }
}
