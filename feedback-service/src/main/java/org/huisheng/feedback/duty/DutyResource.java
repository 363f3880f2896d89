package org.huisheng.feedback.duty;

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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.duty.DutyRecord.Duty;
import org.huisheng.feedback.duty.DutyRecords.Filter;
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

/** How duties were performed. */
@Path("/v1/duty-records")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DutyResource {

    private static final YearMonth OLDEST = YearMonth.of(2000, 1);

    private final RecordDuty recordDuty;
    private final Clock clock;

    DutyResource(RecordDuty recordDuty, Clock clock) {
        this.recordDuty = recordDuty;
        this.clock = clock;
    }

    /** Either a score from 0 to 100, or whether it was kept. */
    record DutyRequest(
            @Nullable UUID id,
            @Nullable String month,
            @Nullable String department,
            @Nullable String post,
            @Nullable String process,
            @Nullable BigDecimal score,
            @Nullable Boolean kept,
            @Nullable String note) {

        Duty check(Checks checks, YearMonth present) {
            return new Duty(
                    month(checks, checks.required("/month", month, OLDEST.toString()), present),
                    checks.code("/department", department),
                    checks.code("/post", post),
                    checks.code("/process", process));
        }

        private static YearMonth month(Checks checks, String text, YearMonth present) {
            try {
                var month = YearMonth.parse(text);
                if (month.isAfter(present)) {
                    checks.add("/month", "in-the-future");
                }
                if (month.isBefore(OLDEST)) {
                    checks.add("/month", "too-old", OLDEST.toString());
                }
                return month;
            } catch (DateTimeException notAMonth) {
                checks.add("/month", "bad-month");
                return OLDEST;
            }
        }
    }

    record CorrectionRequest(
            @Nullable BigDecimal score,
            @Nullable Boolean kept,
            @Nullable String note) {}

    record WithdrawalRequest(@Nullable String reason) {}

    /** @param kept null where there was a score */
    record DutyView(
            UUID id,
            String month,
            String department,
            String post,
            String process,
            BigDecimal score,
            @Nullable Boolean kept,
            @Nullable String note,
            int revision,
            boolean withdrawn,
            String recordedBy,
            Instant recordedAt,
            Instant updatedAt) {

        static DutyView of(DutyRecord duty) {
            return new DutyView(
                    duty.id(),
                    duty.month().toString(),
                    duty.department(),
                    duty.post(),
                    duty.process(),
                    duty.score().score(),
                    duty.score().kept(),
                    duty.score().note(),
                    duty.revision(),
                    duty.isWithdrawn(),
                    duty.recordedBy(),
                    duty.recordedAt(),
                    duty.updatedAt());
        }
    }

    /** @param score null where it was withdrawn, of which {@code note} is the reason */
    /** @param entry what the revision is counted as, and its withdrawal takes back */
    record RevisionView(
            int revision,
            UUID entry,
            @Nullable BigDecimal score,
            @Nullable Boolean kept,
            @Nullable String note,
            boolean withdrawn,
            String actor,
            Instant at) {

        static RevisionView of(DutyRevision one) {
            return new RevisionView(
                    one.revision(),
                    one.entry(),
                    one.score().orElse(null),
                    one.kept().orElse(null),
                    one.note().orElse(null),
                    one.isWithdrawn(),
                    one.actor(),
                    one.at());
        }
    }

    record DutyHistoryView(DutyView duty, List<RevisionView> revisions) {}

    /** @param next cursor of the following page, null on the last */
    record DutyPage(List<DutyView> items, @Nullable String next) {}

    @POST
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = DutyView.class, responseCode = "201")
    public RestResponse<DutyView> record(@Nullable DutyRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var present = YearMonth.from(clock.instant().atZone(BusinessCalendar.ZONE));
        var duty = wanted.check(checks, present);
        var score = Score.check(checks, wanted.score(), wanted.kept(), wanted.note());
        checks.passed();
        var recorded = recordDuty.record(wanted.id(), duty, score);
        return answer(
                ResponseBuilder.<DutyView>create(recorded.isNew() ? 201 : 200)
                        .header(
                                "Location",
                                uri.getRequestUri().getPath() + "/"
                                        + recorded.duty().id()),
                recorded.duty());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<DutyView> correct(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable CorrectionRequest request) {
        var said = CompleteBody.required(request);
        var checks = new Checks();
        var score = Score.check(checks, said.score(), said.kept(), said.note());
        checks.passed();
        return answer(ResponseBuilder.create(200), recordDuty.correct(id, EntityVersion.expected(ifMatch), score));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<DutyView> withdraw(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable WithdrawalRequest request) {
        var checks = new Checks();
        var reason = checks.text("/reason", CompleteBody.required(request).reason(), 2000);
        checks.passed();
        return answer(ResponseBuilder.create(200), recordDuty.withdraw(id, EntityVersion.expected(ifMatch), reason));
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "month", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "post", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "process", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "mine", in = ParameterIn.QUERY, schema = @Schema(implementation = Boolean.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public DutyPage latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "month", "department", "post", "process", "mine", "limit", "cursor");
        var limit = Slice.limit(query);
        var filter = new Filter(
                query.month("month").orElse(null),
                query.text("department").orElse(null),
                query.text("post").orElse(null),
                query.text("process").orElse(null),
                query.isSet("mine") ? recordDuty.me() : null);
        var slice = Slice.of(
                recordDuty.latest(filter, Slice.after(query), limit + 1),
                limit,
                duty -> new Keyset(duty.month().atDay(1).toString(), duty.id()));
        return new DutyPage(slice.items().stream().map(DutyView::of).toList(), slice.next());
    }

    /** Also by the id of an entry, to which the lineage of a figure leads. */
    @GET
    @ReadsPersonalData
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<DutyHistoryView> one(UUID id) {
        var whole = recordDuty.read(id);
        return ResponseBuilder.ok(new DutyHistoryView(
                        DutyView.of(whole.duty()),
                        whole.revisions().stream().map(RevisionView::of).toList()))
                .tag(EntityVersion.tag(whole.duty().version()))
                .build();
    }

    private static RestResponse<DutyView> answer(ResponseBuilder<DutyView> response, DutyRecord duty) {
        return response.entity(DutyView.of(duty))
                .tag(EntityVersion.tag(duty.version()))
                .build();
    }
}
