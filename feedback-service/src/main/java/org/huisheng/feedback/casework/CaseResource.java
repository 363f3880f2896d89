package org.huisheng.feedback.casework;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.CaseView.EntryView;
import org.huisheng.feedback.casework.Cases.Filter;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Opening, finding and reading cases. */
@Path("/v1/cases")
@RunOnVirtualThread
class CaseResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final OpenCase openCase;
    private final ReadCases readCases;
    private final Clock clock;

    CaseResource(OpenCase openCase, ReadCases readCases, Clock clock) {
        this.openCase = openCase;
        this.readCases = readCases;
        this.clock = clock;
    }

    /** @param responseId the response the case comes from: who gave it sees on their receipt what becomes of the case */
    record OpenRequest(
            @Nullable UUID caseId,
            @Nullable Side side,
            @Nullable String category,
            @Nullable Severity severity,
            @Nullable String title,
            @Nullable String description,
            @Nullable Instant receivedAt,
            @Nullable StakeholderRequest stakeholder,
            @Nullable SourceRequest source,
            @Nullable UUID responseId) {

        /** The newsletter's office did not exist before; an older date is a typing mistake. */
        private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");

        Intake check(Instant now) {
            var checks = new Checks();
            if (receivedAt != null && receivedAt.isAfter(now)) {
                checks.add("/receivedAt", "in-the-future");
            }
            if (receivedAt != null && receivedAt.isBefore(OLDEST)) {
                checks.add("/receivedAt", "too-old", OLDEST.toString());
            }
            var intake = new Intake(
                    checks.required("/side", side, Side.CUSTOMER),
                    checks.code("/category", category),
                    severity == null ? Severity.NORMAL : severity,
                    checks.text("/title", title, 200),
                    checks.text("/description", description, 4000),
                    receivedAt,
                    stakeholder == null ? null : stakeholder.check(checks),
                    source == null ? null : source.check(checks),
                    responseId);
            checks.passed();
            return intake;
        }
    }

    record StakeholderRequest(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String organisation) {

        @Nullable
        Stakeholder check(Checks checks) {
            var stakeholder = new Stakeholder(
                    checks.optionalText("/stakeholder/name", name, 100),
                    checks.optionalText("/stakeholder/phone", phone, 40),
                    checks.optionalText("/stakeholder/email", email, 254),
                    checks.optionalText("/stakeholder/organisation", organisation, 200));
            return stakeholder.equals(Stakeholder.UNKNOWN) ? null : stakeholder;
        }

        @Override
        public String toString() {
            return "StakeholderRequest[…]";
        }
    }

    record SourceRequest(@Nullable String type, @Nullable String reference) {
        Source check(Checks checks) {
            return new Source(
                    checks.code("/source/type", type), checks.optionalText("/source/reference", reference, 200));
        }
    }

    /** A line of a list: no personal data, whoever asks. */
    record CaseLine(
            UUID id,
            Side side,
            String category,
            Severity severity,
            String title,
            CaseStatus status,
            @Nullable String department,
            @Nullable Instant receivedAt,
            Instant openedAt,
            Instant updatedAt) {

        static CaseLine of(Case matter) {
            var intake = matter.intake();
            return new CaseLine(
                    matter.id(),
                    intake.side(),
                    intake.category(),
                    intake.severity(),
                    intake.title(),
                    matter.status(),
                    matter.department().orElse(null),
                    intake.receivedAt(),
                    matter.openedAt(),
                    matter.updatedAt());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record CasePage(List<CaseLine> items, @Nullable String next) {}

    /** @param next cursor of the following page, null on the last */
    record TimelinePage(List<EntryView> items, @Nullable String next) {}

    @POST
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR, Role.LIAISON})
    public RestResponse<CaseView> open(@Nullable OpenRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var opened = openCase.open(wanted.caseId(), wanted.check(clock.instant()));
        var matter = opened.file().matter();
        var response = ResponseBuilder.<CaseView>create(opened.isNew() ? 201 : 200)
                .entity(CaseView.of(opened.file()))
                // Relative, so that it is right for clients of the gateway too.
                .header("Location", uri.getRequestUri().getPath() + "/" + matter.id());
        return CaseView.answer(response, matter);
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<CasePage> newest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "status", "department", "side", "limit", "cursor");
        var limit = query.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
        var filter = new Filter(
                query.constant("status", CaseStatus.class).orElse(null),
                query.text("department").orElse(null),
                query.constant("side", Side.class).orElse(null));
        // One more than asked for tells whether there is a next page.
        var found = readCases.newest(
                filter, query.text("cursor").map(CaseCursor::parse).orElse(null), limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? CaseCursor.after(page.getLast()).text() : null;
        return uncached(new CasePage(page.stream().map(CaseLine::of).toList(), next));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<CaseView> one(UUID id) {
        return CaseView.answer(readCases.one(id));
    }

    @GET
    @Path("{id}/timeline")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<TimelinePage> timeline(UUID id, @Context UriInfo uri) {
        var after = QueryParameters.of(uri, "cursor").number("cursor", 0, Integer.MAX_VALUE);
        var file = readCases.timelineAfter(id, after.orElse(0));
        return uncached(new TimelinePage(CaseView.entries(file), CaseView.next(file)));
    }

    private static <T> RestResponse<T> uncached(T page) {
        return ResponseBuilder.ok(page).header("Cache-Control", "no-store").build();
    }
}
