package org.huisheng.survey.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.events.Side;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.survey.definition.SurveyDrafts;
import org.jspecify.annotations.Nullable;

/** Ready questionnaires, and surveys begun from them. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("OFFICE")
@RunOnVirtualThread
class TemplateResource {

    record TemplateView(String code, Side side, Map<String, String> title, Map<String, String> description) {}

    record TemplateList(List<TemplateView> items) {}

    /** @param title the template's own, in the caller's language, if not said */
    record BeginRequest(@Nullable String title) {}

    private final Templates templates;
    private final SurveyDrafts drafts;

    TemplateResource(Templates templates, SurveyDrafts drafts) {
        this.templates = templates;
        this.drafts = drafts;
    }

    @GET
    public TemplateList list() {
        return new TemplateList(templates.all().stream()
                .map(template ->
                        new TemplateView(template.code(), template.side(), template.title(), template.description()))
                .toList());
    }

    /** With the departments there are now in its lists. */
    @GET
    @Path("{code}")
    public Template get(String code) {
        return templates.require(code);
    }

    /** A draft like the template, to be changed and published like any other. */
    @POST
    @Path("{code}/surveys")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = SurveyFileResource.SurveyView.class, responseCode = "201")
    public Response begin(
            String code,
            @Nullable BeginRequest request,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context UriInfo uri) {
        var template = templates.require(code);
        var title = request == null || request.title() == null ? title(template, language) : request.title();
        return SurveyFileResource.created(
                drafts.create(title, template.side(), template.definition(), template.measures()), uri);
    }

    private static String title(Template template, @Nullable String language) {
        var english = ProblemTexts.negotiate(language).equals(Locale.ENGLISH);
        return template.title().getOrDefault(english ? "en" : "default", template.code());
    }
}
