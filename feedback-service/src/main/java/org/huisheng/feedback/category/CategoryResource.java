package org.huisheng.feedback.category;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The tree of categories. */
@Path("/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CategoryResource {

    private final KeepCategories keepCategories;

    CategoryResource(KeepCategories keepCategories) {
        this.keepCategories = keepCategories;
    }

    /** @param active true when not said */
    record CategoryRequest(
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable Severity severity,
            @Nullable String department,
            @Nullable Boolean active) {}

    record CategoryView(
            String code,
            @Nullable String parent,
            String name,
            String nameEn,
            Severity severity,
            @Nullable String department,
            boolean active) {

        static CategoryView of(Category category) {
            var entry = category.entry();
            return new CategoryView(
                    category.code(),
                    category.parent().orElse(null),
                    entry.name(),
                    entry.nameEn(),
                    entry.severity(),
                    entry.department(),
                    entry.active());
        }
    }

    record UnlistedView(String code, UUID firstCase, Instant firstUsed) {
        static UnlistedView of(UnlistedCategory unlisted) {
            return new UnlistedView(unlisted.code(), unlisted.firstCase(), unlisted.firstUsed());
        }
    }

    /** @param unlisted codes that cases bear and the tree does not, for the office to list */
    record TreeView(List<CategoryView> items, List<UnlistedView> unlisted) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON, Role.SURVEYOR})
    public TreeView tree() {
        var tree = keepCategories.tree();
        return new TreeView(
                tree.categories().stream().map(CategoryView::of).toList(),
                tree.unlisted().stream().map(UnlistedView::of).toList());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON, Role.SURVEYOR})
    public RestResponse<CategoryView> one(String code) {
        return answer(200, keepCategories.one(code));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    @APIResponse(responseCode = "200", description = "Written anew")
    @APIResponseSchema(value = CategoryView.class, responseCode = "201")
    public RestResponse<CategoryView> put(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable CategoryRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        checks.code("/code", code);
        var entry = new Entry(
                checks.text("/name", wanted.name(), 100),
                checks.text("/nameEn", wanted.nameEn(), 100),
                checks.required("/severity", wanted.severity(), Severity.NORMAL),
                checks.optionalText("/department", wanted.department(), 64),
                wanted.active() == null || wanted.active());
        checks.passed();
        var kept = keepCategories.put(code, EntityVersion.expected(ifMatch), entry);
        return answer(kept.isNew() ? 201 : 200, kept.category());
    }

    private static RestResponse<CategoryView> answer(int status, Category category) {
        return ResponseBuilder.<CategoryView>create(status)
                .entity(CategoryView.of(category))
                .tag(EntityVersion.tag(category.version()))
                .build();
    }
}
