package org.huisheng.gateway.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The merged document, as JSON or YAML. */
@Path("/q/openapi")
@PermitAll
@RunOnVirtualThread
class DocumentResource {

    private static final String YAML = "application/yaml;charset=UTF-8";
    private static final String JSON = "application/json;charset=UTF-8";

    private final ServiceDocuments documents;
    private final ObjectMapper json;
    private final ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());

    DocumentResource(ServiceDocuments documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @GET
    @Operation(hidden = true)
    public Response document(
            @QueryParam("format") @Nullable String format, @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        var asJson = format == null ? accept != null && accept.contains("json") : format.equalsIgnoreCase("json");
        var body = (asJson ? json : yaml).writeValueAsBytes(documents.merged());
        return Response.ok(body, asJson ? JSON : YAML)
                .header("Vary", "Accept")
                .header("Cache-Control", "no-cache")
                .build();
    }
}
