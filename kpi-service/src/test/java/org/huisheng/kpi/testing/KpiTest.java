package org.huisheng.kpi.testing;

import io.quarkus.test.common.QuarkusTestResource;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.localstack.testing.RealKafka;
import org.huisheng.localstack.testing.RealPostgres;

/** What tests over HTTP share: real servers, and an issuer of tokens. */
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealKafka.class)
@QuarkusTestResource(TestTokens.class)
public abstract class KpiTest {}
