package org.huisheng.feedback;

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

    private static final String ATTACHING = "POST /api/feedback/v1/cases/{id}/attachments";

    private static final String DOCUMENTING = "POST /api/feedback/v1/comments/{id}/attachments";
    private static final String PROVING = "POST /api/feedback/v1/root-projects/{id}/attachments";
    private static final String PICTURING = "POST /api/feedback/v1/stories/{id}/pictures";
    private static final String SHOWING = "POST /api/feedback/v1/plan-tasks/{id}/attachments";
    private static final String FORM = "multipart/form-data; boundary=part";
    private static final String EMPTY = "--part--\r\n";
    private static final String IMPORTING = "POST /api/feedback/v1/enterprises/import";
    private static final String IMPORTING_PROCESSES = "POST /api/feedback/v1/process-imports";
    private static final String IMPORTING_FIGURES = "POST /api/feedback/v1/supply-reports/{id}/figure-imports";

    @TestHTTPResource
    URI address;

    @Override
    protected URI service() {
        return address.resolve("/");
    }

    @Override
    protected List<String> prefixes() {
        return List.of("/api/feedback/");
    }

    @Override
    protected Map<String, String> contentTypes() {
        return Map.of(
                ATTACHING,
                FORM,
                DOCUMENTING,
                FORM,
                PROVING,
                FORM,
                PICTURING,
                FORM,
                SHOWING,
                FORM,
                IMPORTING,
                "text/csv",
                IMPORTING_PROCESSES,
                "text/csv",
                IMPORTING_FIGURES,
                "text/csv");
    }

    @Override
    protected Map<String, String> bodies() {
        return Map.of(ATTACHING, EMPTY, DOCUMENTING, EMPTY, PROVING, EMPTY, PICTURING, EMPTY, SHOWING, EMPTY);
    }
}
