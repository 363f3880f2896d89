package org.huisheng.kpi;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.ws.rs.ext.Provider;
import org.huisheng.kit.testing.AnswersAreDocumented;

@Provider
class AnswersAreDocumentedInTests extends AnswersAreDocumented {

    AnswersAreDocumentedInTests(OpenApiDocumentService documents) {
        super(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
    }
}
