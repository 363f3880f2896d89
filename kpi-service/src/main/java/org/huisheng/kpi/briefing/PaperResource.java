package org.huisheng.kpi.briefing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.briefing.edition.Edition;
import org.huisheng.kpi.briefing.paper.PaperForm;
import org.huisheng.kpi.briefing.paper.PaperLanguage;
import org.huisheng.kpi.briefing.paper.Papers;
import org.huisheng.kpi.briefing.production.Productions;
import org.huisheng.kpi.web.Answers;

/** What an issue says with its figures, and the papers made of it. */
@Path("/v1/briefings/{id}")
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class PaperResource {

    private static final String CHINESE = "zh-CN";

    private final Briefings briefings;
    private final ReadEdition readEdition;
    private final Papers papers;
    private final Productions productions;
    private final MayRead mayRead;

    PaperResource(
            Briefings briefings, ReadEdition readEdition, Papers papers, Productions productions, MayRead mayRead) {
        this.briefings = briefings;
        this.readEdition = readEdition;
        this.papers = papers;
        this.productions = productions;
        this.mayRead = mayRead;
    }

    /** Of a published issue the very bytes its hash is of. */
    @GET
    @Path("edition")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Edition.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response edition(UUID id, @Context Request request) {
        var bytes = read(id).canonical().getBytes(StandardCharsets.UTF_8);
        return Answers.conditional(bytes, MediaType.APPLICATION_JSON_TYPE, request);
    }

    @GET
    @Path("briefing.html")
    @Produces("text/html")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response html(
            UUID id, @QueryParam("language") @DefaultValue(CHINESE) String language, @Context Request request) {
        var answer = paper(id, PaperForm.HTML, language, request);
        return Response.fromResponse(answer)
                .header("Content-Security-Policy", papers.policy())
                .build();
    }

    @GET
    @Path("briefing.pdf")
    @Produces("application/pdf")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response pdf(
            UUID id, @QueryParam("language") @DefaultValue(CHINESE) String language, @Context Request request) {
        return paper(id, PaperForm.PDF, language, request);
    }

    @GET
    @Path("briefing.docx")
    @Produces(PaperForm.DOCX_TYPE)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = PaperForm.DOCX_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response docx(
            UUID id, @QueryParam("language") @DefaultValue(CHINESE) String language, @Context Request request) {
        return paper(id, PaperForm.DOCX, language, request);
    }

    /** For who has not got it yet: the one that was made of the same words and figures, or it is made now. */
    private Response paper(UUID id, PaperForm form, String tag, Request request) {
        var language = PaperLanguage.of(tag);
        var edition = read(id);
        var hash = edition.hash();
        var suffix = language == PaperLanguage.CHINESE ? "" : "-" + tag;
        var answer = Answers.conditional(
                hash.substring(0, 32) + "-" + form.ending() + suffix,
                MediaType.valueOf(form.mediaType()),
                request,
                () -> productions.paper(id, language, form, hash).orElseGet(() -> papers.of(edition, form, language)));
        var name = "briefing-" + (edition.number() == null ? edition.period() : edition.number()) + suffix + "."
                + form.ending();
        return Response.fromResponse(answer)
                .header(
                        "Content-Disposition",
                        (form == PaperForm.HTML ? "inline" : "attachment") + "; filename=\"" + name + "\"")
                .build();
    }

    private Edition read(UUID id) {
        return readEdition.of(mayRead.require(briefings.require(id), id));
    }
}
