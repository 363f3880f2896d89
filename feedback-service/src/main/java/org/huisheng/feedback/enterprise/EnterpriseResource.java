package org.huisheng.feedback.enterprise;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.enterprise.Enterprise.Profile;
import org.huisheng.feedback.enterprise.Enterprises.Filter;
import org.huisheng.feedback.enterprise.KeepRegister.Entry;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The register of enterprises, kept by the office. */
@Path("/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EnterpriseResource {

    private static final String BY_NAME = "name";
    private static final String BACKWARDS = "-name";
    private static final int MAX_CONTACTS = ImportLine.MOST_CONTACTS;
    private static final int MAX_BATCH = 500;

    private final KeepRegister register;

    EnterpriseResource(KeepRegister register) {
        this.register = register;
    }

    record EnterpriseRequest(
            @Nullable String park,
            @Nullable String name,
            @Nullable String trade,
            @Nullable EnterpriseSize size,
            @Nullable Boolean active,
            @Nullable List<ContactJson> contacts) {

        Profile check(String path, Checks checks) {
            var people = contacts == null ? List.<ContactJson>of() : contacts;
            if (people.size() > MAX_CONTACTS) {
                checks.add(path + "/contacts", "too-many", MAX_CONTACTS);
            }
            var checked = new ArrayList<Contact>();
            for (var i = 0; i < Math.min(people.size(), MAX_CONTACTS); i++) {
                var at = path + "/contacts/" + i;
                checked.add(checks.required(at, people.get(i), NOBODY).check(at, checks));
            }
            return new Profile(
                    checks.code(path + "/park", park),
                    checks.text(path + "/name", name, 200),
                    checks.optionalText(path + "/trade", trade, 100),
                    size,
                    active == null || active,
                    checked);
        }
    }

    private static final ContactJson NOBODY = new ContactJson("-", null, null, null);

    record ImportRequest(@Nullable List<EnterpriseRequest> enterprises) {}

    /** @param ids in the order of the request */
    record ImportView(List<UUID> ids) {}

    /** @param contacts empty for those who may not see them */
    record EnterpriseView(
            UUID id,
            String park,
            String name,
            @Nullable String trade,
            @Nullable EnterpriseSize size,
            boolean active,
            List<ContactJson> contacts,
            Instant createdAt,
            Instant updatedAt) {

        static EnterpriseView of(Entry entry) {
            var enterprise = entry.enterprise();
            return new EnterpriseView(
                    enterprise.id(),
                    enterprise.park(),
                    enterprise.name(),
                    enterprise.trade().orElse(null),
                    enterprise.size().orElse(null),
                    enterprise.isActive(),
                    entry.contacts().stream().map(ContactJson::of).toList(),
                    enterprise.createdAt(),
                    enterprise.updatedAt());
        }
    }

    /** A line of a list: no personal data, whoever asks. */
    record EnterpriseLine(
            UUID id,
            String park,
            String name,
            @Nullable String trade,
            @Nullable EnterpriseSize size,
            boolean active) {

        static EnterpriseLine of(Enterprise enterprise) {
            return new EnterpriseLine(
                    enterprise.id(),
                    enterprise.park(),
                    enterprise.name(),
                    enterprise.trade().orElse(null),
                    enterprise.size().orElse(null),
                    enterprise.isActive());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record EnterprisePage(
            List<EnterpriseLine> items, @Nullable String next) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(value = EnterpriseView.class, responseCode = "201")
    public RestResponse<EnterpriseView> enter(@Nullable EnterpriseRequest request, @Context UriInfo uri) {
        var checks = new Checks();
        var profile = CompleteBody.required(request).check("", checks);
        checks.passed();
        var entry = register.enter(profile);
        return answer(
                ResponseBuilder.<EnterpriseView>create(201)
                        .header(
                                "Location",
                                uri.getRequestUri().getPath() + "/"
                                        + entry.enterprise().id()),
                entry);
    }

    /** An import: all or none. */
    @POST
    @Path("batch")
    @RolesAllowed(Role.OFFICE)
    public ImportView enterAll(@Nullable ImportRequest request) {
        var checks = new Checks();
        var wanted = checks.required(
                "/enterprises", CompleteBody.required(request).enterprises(), List.<EnterpriseRequest>of());
        if (wanted.size() > MAX_BATCH) {
            checks.add("/enterprises", "too-many", MAX_BATCH);
            checks.passed();
        }
        var profiles = new ArrayList<Profile>();
        for (var i = 0; i < wanted.size(); i++) {
            var at = "/enterprises/" + i;
            profiles.add(checks.required(at, wanted.get(i), NOTHING).check(at, checks));
        }
        checks.passed();
        return new ImportView(register.enterAll(profiles));
    }

    private static final EnterpriseRequest NOTHING = new EnterpriseRequest("-", "-", null, null, null, null);

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<EnterpriseView> change(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable EnterpriseRequest request) {
        var checks = new Checks();
        var profile = CompleteBody.required(request).check("", checks);
        checks.passed();
        return answer(ResponseBuilder.create(200), register.change(id, EntityVersion.expected(ifMatch), profile));
    }

    @GET
    @ReadsPersonalData
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR, Role.LEADER})
    public RestResponse<EnterpriseView> one(UUID id) {
        return answer(ResponseBuilder.create(200), register.read(id));
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR, Role.LEADER})
    @Parameter(name = "park", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "active", in = ParameterIn.QUERY, schema = @Schema(implementation = Boolean.class))
    @Parameter(name = "search", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            enumeration = {BY_NAME, BACKWARDS},
                            defaultValue = BY_NAME))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public EnterprisePage byName(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "park", "active", "search", "sort", "limit", "cursor");
        var sort = query.oneOf("sort", BY_NAME, BACKWARDS);
        var limit = Slice.limit(query);
        var filter = new Filter(
                query.text("park").orElse(null),
                query.truth("active").orElse(null),
                query.text("search").orElse(null),
                sort.equals(BACKWARDS));
        var slice = Slice.of(
                register.byName(filter, Slice.after(query, sort), limit + 1),
                limit,
                enterprise -> Keyset.of(sort, "", enterprise.id()));
        return new EnterprisePage(slice.items().stream().map(EnterpriseLine::of).toList(), slice.next());
    }

    private static RestResponse<EnterpriseView> answer(ResponseBuilder<EnterpriseView> response, Entry entry) {
        return response.entity(EnterpriseView.of(entry))
                .tag(EntityVersion.tag(entry.enterprise().version()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
