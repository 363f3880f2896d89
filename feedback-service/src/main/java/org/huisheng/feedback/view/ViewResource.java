package org.huisheng.feedback.view;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.reading.CaseOrder;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Days;
import org.huisheng.feedback.view.KeepViews.Wanted;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Lists of cases under names. */
@Path("/v1/views")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ViewResource {

    private final KeepViews keepViews;

    ViewResource(KeepViews keepViews) {
        this.keepViews = keepViews;
    }

    /** The parameters of the list of cases. */
    record FiltersRequest(
            @Nullable CaseStatus status,
            @Nullable Boolean open,
            @Nullable String department,
            @Nullable String handedOnBy,
            @Nullable Side side,
            @Nullable String category,
            @Nullable Severity severity,
            @Nullable Boolean overdue,
            @Nullable LocalDate openedFrom,
            @Nullable LocalDate openedTo,
            @Nullable String q,
            @Nullable String sort) {

        Filters check(Checks checks) {
            if (sort != null && !CaseOrder.words().contains(sort)) {
                checks.add("/filters/sort", "not-one-of", String.join("、", CaseOrder.words()));
            }
            Days.optional(checks, "/filters/openedFrom", openedFrom);
            Days.optional(checks, "/filters/openedTo", openedTo);
            if (openedFrom != null && openedTo != null && openedTo.isBefore(openedFrom)) {
                checks.add("/filters/openedTo", "before-the-beginning");
            }
            return new Filters(
                    status,
                    Boolean.TRUE.equals(open),
                    department == null ? null : checks.code("/filters/department", department),
                    handedOnBy == null ? null : checks.code("/filters/handedOnBy", handedOnBy),
                    side,
                    category == null ? null : checks.code("/filters/category", category),
                    severity,
                    Boolean.TRUE.equals(overdue),
                    openedFrom,
                    openedTo,
                    checks.optionalText("/filters/q", q, 200),
                    sort);
        }
    }

    /** @param shared for all to see, which is for the office to say */
    record ViewRequest(
            @Nullable String name,
            @Nullable Boolean shared,
            @Nullable FiltersRequest filters) {

        private static final FiltersRequest ALL =
                new FiltersRequest(null, null, null, null, null, null, null, null, null, null, null, null);

        Wanted check() {
            var checks = new Checks();
            var wanted = new Wanted(
                    checks.text("/name", name, 60),
                    Boolean.TRUE.equals(shared),
                    checks.required("/filters", filters, ALL).check(checks));
            checks.passed();
            return wanted;
        }
    }

    record FiltersView(
            @Nullable CaseStatus status,
            boolean open,
            @Nullable String department,
            @Nullable String handedOnBy,
            @Nullable Side side,
            @Nullable String category,
            @Nullable Severity severity,
            boolean overdue,
            @Nullable LocalDate openedFrom,
            @Nullable LocalDate openedTo,
            @Nullable String q,
            @Nullable String sort) {

        static FiltersView of(Filters filters) {
            return new FiltersView(
                    filters.status(),
                    filters.open(),
                    filters.department(),
                    filters.handedOnBy(),
                    filters.side(),
                    filters.category(),
                    filters.severity(),
                    filters.overdue(),
                    filters.openedFrom(),
                    filters.openedTo(),
                    filters.q(),
                    filters.sort());
        }
    }

    record SavedViewView(UUID id, String name, String owner, boolean shared, FiltersView filters, Instant savedAt) {
        static SavedViewView of(SavedView view) {
            return new SavedViewView(
                    view.id(),
                    view.name(),
                    view.owner(),
                    view.shared(),
                    FiltersView.of(view.filters()),
                    view.savedAt());
        }
    }

    record SavedViewList(List<SavedViewView> items) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<SavedViewList> list() {
        var items = keepViews.visible().stream().map(SavedViewView::of).toList();
        return ResponseBuilder.ok(new SavedViewList(items))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @APIResponseSchema(value = SavedViewView.class, responseCode = "201")
    public RestResponse<SavedViewView> save(@Nullable ViewRequest request, @Context UriInfo uri) {
        var view = keepViews.save(CompleteBody.required(request).check());
        return ResponseBuilder.<SavedViewView>create(201)
                .entity(SavedViewView.of(view))
                .header("Location", uri.getRequestUri().getPath() + "/" + view.id())
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public void drop(UUID id) {
        keepViews.drop(id);
    }
}
