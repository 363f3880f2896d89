package org.huisheng.survey.results;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.survey.results.Group.Dimension;
import org.huisheng.survey.results.Participation.ParticipationView;
import org.jspecify.annotations.Nullable;

/** What a campaign's answers come to. */
@Path("/v1/campaigns/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"OFFICE", "LEADER"})
@RunOnVirtualThread
class ResultResource {

    private final MayReadResults mayRead;
    private final ShowResults showResults;
    private final Participation participation;

    ResultResource(MayReadResults mayRead, ShowResults showResults, Participation participation) {
        this.mayRead = mayRead;
        this.showResults = showResults;
        this.participation = participation;
    }

    /** Counts, means and distributions, broken down as wished, and never about fewer people than the threshold. */
    @GET
    @Path("results")
    @RolesAllowed({"OFFICE", "LEADER", "LIAISON"})
    public Results results(
            UUID id,
            @Parameter(description = "station, month or side, or several with commas between them")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @QueryParam("station") @Nullable String station,
            @Parameter(example = "2026-11") @QueryParam("month") @Nullable String month)
            throws SQLException {
        mayRead.require(id);
        return showResults.ofCampaign(id, Breakdown.dimensions(by), only(station, month));
    }

    /** How many answered, in all and at each station: exact, as it tells nobody's answer. */
    @GET
    @Path("participation")
    public ParticipationView participation(UUID id) throws SQLException {
        return participation.of(id);
    }

    static Map<Dimension, String> only(@Nullable String station, @Nullable String month) {
        var only = new EnumMap<Dimension, String>(Dimension.class);
        if (station != null) {
            only.put(Dimension.STATION, station);
        }
        if (month != null) {
            only.put(Dimension.MONTH, month(month));
        }
        return only;
    }

    private static String month(String text) {
        try {
            return YearMonth.parse(text).toString();
        } catch (DateTimeException notAMonth) {
            throw Malformed.query("month", "not-a-month");
        }
    }
}
