package org.huisheng.feedback.merge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.merge.SimilarCases.Similar;
import org.huisheng.feedback.reading.CaseView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Duplicates of a case. */
@Path("/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MergeResource {

    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 180;
    private static final UUID NONE = new UUID(0, 0);

    private final MergeCases mergeCases;
    private final SeparateCases separateCases;
    private final SimilarCases similarCases;

    MergeResource(MergeCases mergeCases, SeparateCases separateCases, SimilarCases similarCases) {
        this.mergeCases = mergeCases;
        this.separateCases = separateCases;
        this.similarCases = similarCases;
    }

    /** @param into the case that goes on */
    record MergeRequest(@Nullable UUID into, @Nullable String reason) {}

    record SeparationRequest(@Nullable String reason) {}

    record SimilarView(
            UUID id,
            Side side,
            String category,
            String title,
            CaseStatus status,
            @Nullable String department,
            Instant openedAt,
            @Nullable Instant dueAt,
            boolean sameOrganisation,
            boolean sameCategory) {

        static SimilarView of(Similar similar) {
            var matter = similar.matter();
            return new SimilarView(
                    matter.id(),
                    matter.intake().side(),
                    matter.intake().category(),
                    matter.title(),
                    matter.status(),
                    matter.department().orElse(null),
                    matter.openedAt(),
                    matter.deadlines().resolutionDueAt(),
                    similar.sameOrganisation(),
                    similar.sameCategory());
        }
    }

    record SimilarList(List<SimilarView> items) {}

    record DuplicateView(UUID id, String title, Instant openedAt) {
        static DuplicateView of(Case duplicate) {
            return new DuplicateView(duplicate.id(), duplicate.title(), duplicate.openedAt());
        }
    }

    record DuplicateList(List<DuplicateView> items) {}

    /** The case ends as a part of another, which goes on for whoever brought either. */
    @POST
    @Path("merge")
    @RolesAllowed({Role.LIAISON, Role.OFFICE})
    public RestResponse<CaseView> merge(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable MergeRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var into = checks.required("/into", wanted.into(), NONE);
        var reason = checks.text("/reason", wanted.reason(), 2000);
        checks.passed();
        return CaseView.answer(mergeCases.merge(id, ExpectedVersion.of(ifMatch), into, reason));
    }

    @POST
    @Path("separation")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CaseView> separate(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable SeparationRequest request) {
        var checks = new Checks();
        var reason = checks.text("/reason", CompleteBody.required(request).reason(), 2000);
        checks.passed();
        return CaseView.answer(separateCases.separate(id, ExpectedVersion.of(ifMatch), reason));
    }

    /** What may be about the same matter, twenty at most. */
    @GET
    @Path("similar")
    @RolesAllowed({Role.LIAISON, Role.OFFICE})
    @Parameter(name = "days", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    public RestResponse<SimilarList> similar(UUID id, @Context UriInfo uri) {
        var days = QueryParameters.of(uri, "days").number("days", 1, MOST_DAYS).orElse(DEFAULT_DAYS);
        var items = similarCases.of(id, Duration.ofDays(days)).stream()
                .map(SimilarView::of)
                .toList();
        return uncached(new SimilarList(items));
    }

    /** What was merged into the case, fifty at most. */
    @GET
    @Path("duplicates")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<DuplicateList> duplicates(UUID id) {
        return uncached(new DuplicateList(
                mergeCases.duplicatesOf(id).stream().map(DuplicateView::of).toList()));
    }

    private static <T> RestResponse<T> uncached(T list) {
        return ResponseBuilder.ok(list).header("Cache-Control", "no-store").build();
    }
}
