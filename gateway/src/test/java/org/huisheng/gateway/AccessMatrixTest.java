package org.huisheng.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.huisheng.gateway.identity.Tokens;
import org.huisheng.gateway.testing.ServiceStandIns;
import org.huisheng.kit.testing.EveryCellOfTheAccessMatrix;
import org.huisheng.localstack.testing.RealPostgres;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(ServiceStandIns.class)
class AccessMatrixTest extends EveryCellOfTheAccessMatrix {

    @TestHTTPResource
    URI address;

    @Inject
    Tokens tokens;

    @Override
    protected URI service() {
        return address.resolve("/");
    }

    @Override
    protected List<String> prefixes() {
        return List.of("/api/auth/", "/.well-known/");
    }

    @Override
    protected String bearer(String role, String department) {
        return "Bearer " + tokens.sign("somebody", Set.of(role), department, Duration.ofMinutes(5));
    }
}
