package org.huisheng.gateway.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.huisheng.localstack.testing.RealPostgres;

/** What tests over HTTP share: a real database, and services to stand behind the gateway. */
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(ServiceStandIns.class)
public abstract class GatewayTest {

    @TestHTTPResource
    protected URI gateway;
}
