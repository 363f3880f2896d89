package org.huisheng.kpi.seal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.seal.VerifySeals.Finding;
import org.huisheng.kpi.web.Answers;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** The chain of seals, and the proof of it. */
@Path("/v1/seals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SealListResource {

    private final Seals seals;
    private final VerifySeals verifySeals;
    private final Answers answers;

    SealListResource(Seals seals, VerifySeals verifySeals, Answers answers) {
        this.seals = seals;
        this.verifySeals = verifySeals;
        this.answers = answers;
    }

    /** Only for the API's description. */
    record SealPage(List<Seal> items, @Nullable String next) {}

    /** In order of the chain. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
    @APIResponseSchema(SealPage.class)
    public Response list(
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request request) {
        var size = Page.size(limit);
        var rows = seals.after(sequence(Page.key(cursor)), size + 1);
        return answers.json(Page.of(rows, size, seal -> String.valueOf(seal.sequence())), request);
    }

    /** @param next cursor of the seals not looked at yet, null when these were all */
    record VerificationView(
            long sealed,
            List<Finding> broken,
            List<Finding> differing,
            @Nullable String next) {}

    /** Of so many seals in order of the chain, for each takes its time. */
    @GET
    @Path("verification")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER})
    public VerificationView verify(
            @QueryParam("limit") @DefaultValue("100") int limit, @QueryParam("cursor") @Nullable String cursor) {
        var checked = verifySeals.verify(sequence(Page.key(cursor)), Page.size(limit));
        var last = checked.last();
        return new VerificationView(
                checked.sealed(),
                checked.broken(),
                checked.differing(),
                last == null ? null : Page.cursor(String.valueOf(last)));
    }

    private static long sequence(@Nullable String key) {
        try {
            return key == null ? 0 : Long.parseLong(key);
        } catch (NumberFormatException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }
}
