package org.huisheng.kpi.briefing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.briefing.edition.Edition;
import org.huisheng.kpi.briefing.paper.PaperForm;
import org.huisheng.kpi.briefing.paper.Papers;
import org.huisheng.kpi.web.Answers;

/** What an issue says with its figures, and the papers made of it. */
@Path("/v1/briefings/{id}")
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class PaperResource {

    private final Briefings briefings;
    private final ReadEdition readEdition;
    private final Papers papers;
    private final MayRead mayRead;

    PaperResource(Briefings briefings, ReadEdition readEdition, Papers papers, MayRead mayRead) {
        this.briefings = briefings;
        this.readEdition = readEdition;
        this.papers = papers;
        this.mayRead = mayRead;
    }

    /** Of a published issue the very bytes its hash is of. */
    @GET
    @Path("edition")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Edition.class)
    public Response edition(UUID id, @Context Request request) {
        var bytes = read(id).canonical().getBytes(StandardCharsets.UTF_8);
        return Answers.conditional(bytes, MediaType.APPLICATION_JSON_TYPE, request);
    }

    @GET
    @Path("briefing.html")
    @Produces("text/html")
    public Response html(UUID id, @Context Request request) {
        var answer = paper(id, PaperForm.HTML, request);
        return Response.fromResponse(answer)
                .header("Content-Security-Policy", papers.policy())
                .build();
    }

    @GET
    @Path("briefing.pdf")
    @Produces("application/pdf")
    public Response pdf(UUID id, @Context Request request) {
        return paper(id, PaperForm.PDF, request);
    }

    @GET
    @Path("briefing.docx")
    @Produces(PaperForm.DOCX_TYPE)
    public Response docx(UUID id, @Context Request request) {
        return paper(id, PaperForm.DOCX, request);
    }

    /** Made only for who has not got it yet. */
    private Response paper(UUID id, PaperForm form, Request request) {
        var edition = read(id);
        var digest = edition.hash().substring(0, 32) + "-" + form.ending();
        var answer = Answers.conditional(
                digest, MediaType.valueOf(form.mediaType()), request, () -> papers.of(edition, form));
        var name = "briefing-" + (edition.number() == null ? edition.period() : edition.number()) + "." + form.ending();
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
