package org.huisheng.kpi.seal;

import com.fasterxml.jackson.annotation.JsonRawValue;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.seal.frozen.FrozenDocuments;
import org.huisheng.kpi.seal.frozen.Kind;
import org.huisheng.kpi.seal.frozen.Part;
import org.huisheng.kpi.web.Answers;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** What a seal holds: the hashes of everything, and the documents of what the caller may see. */
@Path("/v1/periods/{period}/snapshot")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class SnapshotResource {

    private static final String SEPARATOR = " ";

    private final Seals seals;
    private final FrozenDocuments documents;
    private final Caller caller;
    private final Answers answers;

    SnapshotResource(Seals seals, FrozenDocuments documents, Caller caller, Answers answers) {
        this.seals = seals;
        this.documents = documents;
        this.caller = caller;
        this.answers = answers;
    }

    record Snapshot(
            SealView seal, List<PartView> items, @Nullable String next) {}

    /** @param document canonical JSON; null of what the caller may not see */
    record PartView(
            Kind kind,
            String period,
            String department,
            String hash,

            @JsonRawValue @Schema(implementation = Object.class) @Nullable
            String document) {}

    @GET
    @APIResponseSchema(Snapshot.class)
    public Response snapshot(
            String period,
            @QueryParam("department") @Nullable String department,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request request) {
        var seal = seals.requireHolding(Period.parse(period));
        var scope = caller.departmentScope().orElse(null);
        var size = Page.size(limit);
        var rows = documents.page(seal.sequence(), department, after(Page.key(cursor)), size + 1);
        var page = Page.of(rows, size, SnapshotResource::key).map(part -> view(part, scope));
        return answers.json(new Snapshot(SealView.of(seal, seals.periods(seal)), page.items(), page.next()), request);
    }

    private static PartView view(Part part, @Nullable String scope) {
        var shown = switch (part.kind()) {
            case CELLS -> false;
            case CONTRACTS, RATES, SCORES -> scope == null || scope.equals(part.department());
        };
        return new PartView(part.kind(), part.period(), part.department(), part.hash(), shown ? part.document() : null);
    }

    private static String key(Part part) {
        return String.join(SEPARATOR, part.kind().name(), part.period(), part.department());
    }

    private static @Nullable Part after(@Nullable String key) {
        if (key == null) {
            return null;
        }
        var words = key.split(SEPARATOR, -1);
        try {
            return new Part(Kind.valueOf(words[0]), words[1], words[2], "", "");
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }
}
