package org.huisheng.feedback.story;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jspecify.annotations.Nullable;

/** The story of each month, chosen by the office. */
@Path("/v1/story-months")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StoryMonthResource {

    private static final UUID NONE = new UUID(0, 0);

    private final PublishStory publishStory;

    StoryMonthResource(PublishStory publishStory) {
        this.publishStory = publishStory;
    }

    record StoryChoiceRequest(@Nullable UUID story) {}

    record StoryMonthView(String month, UUID story, String chosenBy, Instant chosenAt) {
        static StoryMonthView of(StoryOfMonth chosen) {
            return new StoryMonthView(chosen.month().toString(), chosen.story(), chosen.chosenBy(), chosen.chosenAt());
        }
    }

    /** @param next the last month of this page, null on the last; it is given back as {@code before} */
    record StoryMonthPage(
            List<StoryMonthView> items, @Nullable String next) {}

    @PUT
    @Path("{period}")
    @RolesAllowed(Role.OFFICE)
    public StoryMonthView choose(String period, @Nullable StoryChoiceRequest request) {
        var checks = new Checks();
        var story = checks.required("/story", CompleteBody.required(request).story(), NONE);
        checks.passed();
        return StoryMonthView.of(publishStory.choose(month(period), story));
    }

    private static YearMonth month(String period) {
        try {
            return YearMonth.parse(period);
        } catch (DateTimeException notAMonth) {
            throw Malformed.query("period", "not-a-month");
        }
    }

    /** The latest month first. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "before", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    public StoryMonthPage latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "before", "limit");
        var limit = Slice.limit(query);
        var found = publishStory.months(query.month("before").orElse(null), limit + 1);
        var items = found.stream().limit(limit).map(StoryMonthView::of).toList();
        return new StoryMonthPage(items, found.size() > limit ? items.getLast().month() : null);
    }
}
