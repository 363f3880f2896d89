package org.huisheng.kpi;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Set;
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
        return List.of("/api/kpi/", "/odata/");
    }

    @Override
    protected Set<String> undocumented() {
        return Set.of("GET /odata/v4/Scores");
    }

    @Override
    protected String reading() {
        return "&period=" + BEGUN;
    }
}
