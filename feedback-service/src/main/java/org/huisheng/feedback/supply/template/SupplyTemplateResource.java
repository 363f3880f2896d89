package org.huisheng.feedback.supply.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.supply.template.SupplyTemplate.Words;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The template of the quarterly report. */
@Path("/v1/supply-template")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SupplyTemplateResource {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private final SupplyTemplates templates;

    SupplyTemplateResource(SupplyTemplates templates) {
        this.templates = templates;
    }

    record ExpectedFigureRequest(
            @Nullable String code,
            @Nullable String name,
            @Nullable String unit) {}

    record SupplyTemplateRequest(
            @Nullable String title,
            @Nullable List<@Nullable ExpectedFigureRequest> figures,
            @Nullable List<@Nullable SectionRequest> sections) {

        Words check() {
            var checks = new Checks();
            var asked = figures(checks);
            var words = new Words(
                    checks.text("/title", title, 200),
                    List.copyOf(asked.values()),
                    SectionRequest.check(checks, sections, asked.keySet()));
            checks.passed();
            return words;
        }

        private LinkedHashMap<String, ExpectedFigure> figures(Checks checks) {
            var known = new LinkedHashMap<String, ExpectedFigure>();
            var said = figures == null ? List.<@Nullable ExpectedFigureRequest>of() : figures;
            if (said.size() > SupplyTemplate.MOST_FIGURES) {
                checks.add("/figures", "too-many", SupplyTemplate.MOST_FIGURES);
                return known;
            }
            for (var i = 0; i < said.size(); i++) {
                var path = "/figures/" + i;
                var one = checks.required(path, said.get(i), new ExpectedFigureRequest("x", "-", "-"));
                var code = checks.text(path + "/code", one.code(), 64);
                if (one.code() != null && !CODE.matcher(code).matches()) {
                    checks.add(path + "/code", "bad-figure-code");
                }
                var figure = new ExpectedFigure(
                        code,
                        checks.text(path + "/name", one.name(), 100),
                        checks.text(path + "/unit", one.unit(), 20));
                if (known.putIfAbsent(code, figure) != null) {
                    checks.add(path + "/code", "code-twice", code);
                }
            }
            return known;
        }
    }

    record SectionView(String title, String text) {}

    record ExpectedFigureView(String code, String name, String unit) {}

    record SupplyTemplateView(
            int version,
            String title,
            List<ExpectedFigureView> figures,
            List<SectionView> sections,
            Instant writtenAt) {

        static SupplyTemplateView of(SupplyTemplate template) {
            return new SupplyTemplateView(
                    template.version(),
                    template.title(),
                    template.figures().stream()
                            .map(one -> new ExpectedFigureView(one.code(), one.name(), one.unit()))
                            .toList(),
                    template.sections().stream()
                            .map(one -> new SectionView(one.title(), one.text()))
                            .toList(),
                    template.writtenAt());
        }
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<SupplyTemplateView> template() {
        return answer(templates.present());
    }

    /** A new version; reports that were begun keep the one they have. */
    @PUT
    @RolesAllowed(Role.OFFICE)
    public RestResponse<SupplyTemplateView> changeTemplate(
            @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable SupplyTemplateRequest request) {
        var words = CompleteBody.required(request).check();
        return answer(templates.write(EntityVersion.expected(ifMatch), words));
    }

    private static RestResponse<SupplyTemplateView> answer(SupplyTemplate template) {
        return ResponseBuilder.ok(SupplyTemplateView.of(template))
                .tag(EntityVersion.tag(template.version()))
                .build();
    }
}
