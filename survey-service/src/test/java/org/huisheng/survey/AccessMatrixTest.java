package org.huisheng.survey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.huisheng.kit.testing.EveryCellOfTheAccessMatrix;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.localstack.testing.RealKafka;
import org.huisheng.localstack.testing.RealPostgres;

@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealKafka.class)
@QuarkusTestResource(TestTokens.class)
@QuarkusTest
class AccessMatrixTest extends EveryCellOfTheAccessMatrix {

    @TestHTTPResource
    URI address;

    @Override
    protected URI service() {
        return address.resolve("/");
    }

    @Override
    protected List<String> prefixes() {
        return List.of("/api/survey/");
    }

    @Override
    protected Map<String, String> bodies() {
        return Map.of("POST /api/survey/v1/kiosks/heartbeat", "{\"queued\": 0, \"lastSequence\": 0}");
    }
}
