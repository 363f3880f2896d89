package org.huisheng.kpi.odata;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.odata.filter.Refusal;
import org.huisheng.kpi.odata.query.Address;
import org.huisheng.kpi.odata.query.EntitySet;
import org.huisheng.kpi.web.AllowedSets;
import org.huisheng.kpi.web.Answers;
import org.jspecify.annotations.Nullable;

/** The feed. Outside it is {@code /odata/v4/}; it describes itself in {@code $metadata} rather than in OpenAPI. */
@Path(ODataRoute.INSIDE)
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class ODataResource {

    private static final Set<String> FORMAT_ONLY = Set.of("$format");
    private static final String BATCH = "$batch";

    private final ReadFeed readFeed;
    private final ReadTable readTable;
    private final ServiceDocument serviceDocument;
    private final FeedErrors errors;
    private final Caller caller;
    private final AllowedSets allowed;

    ODataResource(
            ReadFeed readFeed,
            ReadTable readTable,
            ServiceDocument serviceDocument,
            FeedErrors errors,
            Caller caller,
            AllowedSets allowed) {
        this.readFeed = readFeed;
        this.readTable = readTable;
        this.serviceDocument = serviceDocument;
        this.errors = errors;
        this.caller = caller;
        this.allowed = allowed;
    }

    @GET
    @Operation(hidden = true)
    public Response read(@Context RoutingContext exchange, @Context HttpHeaders headers, @Context Request request) {
        var path = path(exchange);
        return answered(headers, () -> {
            var asked = FeedRequest.of(exchange.request(), path, exchange.get(ODataRoute.QUERY), headers);
            return answer(asked, request, () -> exchange.request().connection().close());
        });
    }

    private Response answer(FeedRequest asked, Request request, Runnable cut) {
        var scope = caller.departmentScope().orElse(null);
        return switch (Address.parse(asked.path(), readFeed.sets())) {
            case Address.Root _ -> {
                asked.options().allowOnly(FORMAT_ONLY);
                yield serviceDocument.of(allowedSets(), asked, format(asked), request);
            }
            case Address.Metadata _ -> metadata(asked, request);
            case Address.Rows(var set) -> rows(allowed(set), asked, scope, request, cut);
            case Address.Number(var set) -> readFeed.number(allowed(set), asked, scope, request);
            case Address.Row row -> {
                allowed(row.set());
                yield readFeed.row(row, asked, format(asked), scope, request);
            }
        };
    }

    private Response metadata(FeedRequest asked, Request request) {
        asked.options().allowOnly(FORMAT_ONLY);
        Format.requireXml(asked.options().option("$format"), asked.accepted());
        return Answers.conditional(MetadataDocument.of(allowedSets()), Format.XML, request);
    }

    private Response rows(EntitySet set, FeedRequest asked, @Nullable String scope, Request request, Runnable cut) {
        return Format.isCsv(asked.options().option("$format"), asked.accepted())
                ? readTable.table(set, asked, scope, request, cut)
                : paged(asked, readFeed.collection(set, asked, format(asked), scope, request));
    }

    private EntitySet allowed(EntitySet set) {
        allowed.require(set.name());
        return set;
    }

    private List<EntitySet> allowedSets() {
        return readFeed.sets().values().stream()
                .filter(set -> allowed.allow(set.name()))
                .toList();
    }

    private static Format format(FeedRequest asked) {
        return Format.json(asked.options().option("$format"), asked.accepted());
    }

    private static Response paged(FeedRequest asked, Response answer) {
        return asked.wished() == null
                ? answer
                : Response.fromResponse(answer)
                        .header("Preference-Applied", "odata.maxpagesize=" + asked.pageSize())
                        .build();
    }

    @POST
    @Operation(hidden = true)
    public Response add(@Context RoutingContext exchange, @Context HttpHeaders headers) {
        var batch = path(exchange).endsWith("/" + BATCH);
        return answered(headers, () -> {
            throw batch ? Refusal.unsupported("option-not-supported", BATCH) : Refusal.method("feed-is-read-only");
        });
    }

    @PUT
    @Operation(hidden = true)
    public Response replace(@Context HttpHeaders headers) {
        return readOnly(headers);
    }

    @PATCH
    @Operation(hidden = true)
    public Response change(@Context HttpHeaders headers) {
        return readOnly(headers);
    }

    @DELETE
    @Operation(hidden = true)
    public Response remove(@Context HttpHeaders headers) {
        return readOnly(headers);
    }

    private Response readOnly(HttpHeaders headers) {
        return answered(headers, () -> {
            throw Refusal.method("feed-is-read-only");
        });
    }

    private Response answered(HttpHeaders headers, Supplier<Response> answer) {
        Response plain;
        try {
            plain = answer.get();
        } catch (Refusal refusal) {
            plain = errors.of(refusal, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        }
        return Response.fromResponse(plain).header("OData-Version", "4.0").build();
    }

    private static String path(RoutingContext exchange) {
        String path = exchange.get(ProblemAnswer.ASKED_PATH);
        if (path == null) {
            throw new NotFoundException();
        }
        return path;
    }
}
