package org.huisheng.feedback.duty;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.feedback.duty.MeasureDuties.OfProcess;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.security.Role;
import org.jspecify.annotations.Nullable;

/** How far the month's records of duties have got. */
@Path("/v1/duty-coverage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DutyCoverageResource {

    private static final UUID NONE = new UUID(0, 0);

    private final MeasureDuties measureDuties;

    DutyCoverageResource(MeasureDuties measureDuties) {
        this.measureDuties = measureDuties;
    }

    /** @param missing codes of the posts nothing is written down of yet */
    record DutyCoverageLine(String process, long expected, long recorded, List<String> missing) {

        static DutyCoverageLine of(OfProcess one) {
            return new DutyCoverageLine(one.process(), one.expected(), one.recorded(), one.missing());
        }
    }

    /**
     * @param expected posts of all processes, each in each it has something to do in
     * @param next cursor of the following page, null on the last
     */
    record DutyCoverageView(
            String month,
            long expected,
            long recorded,
            List<DutyCoverageLine> items,
            @Nullable String next) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "month", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public DutyCoverageView coverage(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "month", "limit", "cursor");
        var month = query.month("month").orElseThrow(() -> new Malformed("query-required", "month"));
        var limit = Slice.limit(query);
        var after = Slice.after(query);
        var whole = measureDuties.whole(month);
        var slice = Slice.of(
                measureDuties.byProcess(month, after == null ? null : after.key(), limit + 1),
                limit,
                one -> new Keyset(one.process(), NONE));
        return new DutyCoverageView(
                month.toString(),
                whole.expected(),
                whole.recorded(),
                slice.items().stream().map(DutyCoverageLine::of).toList(),
                slice.next());
    }
}
