package org.huisheng.kpi.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kpi.observation.Archives;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** Observations of old months, for administrators to keep elsewhere. */
@Path("/v1/archives")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@RunOnVirtualThread
class ArchiveResource {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    private final ArchiveMonth archiveMonth;
    private final ArchiveRows rows;
    private final ArchiveFile file;
    private final Archives archives;
    private final Caller caller;

    ArchiveResource(ArchiveMonth archiveMonth, ArchiveRows rows, ArchiveFile file, Archives archives, Caller caller) {
        this.archiveMonth = archiveMonth;
        this.rows = rows;
        this.file = file;
        this.archives = archives;
        this.caller = caller;
    }

    /**
     * @param name what the file is called where it is kept
     * @param sha256 of the file as it was read, not compressed
     */
    record ArchiveOrder(
            @Nullable String month,
            @Nullable String name,
            @Nullable String sha256) {}

    /** Only for the API's description. */
    record ArchivePage(List<Archive> items, @Nullable String next) {}

    /** Months that can be archived, the oldest first; at most twelve for each year there is. */
    record Due(List<YearMonth> items) {}

    @GET
    @APIResponseSchema(ArchivePage.class)
    public Page<Archive> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @Nullable String cursor) {
        var size = Page.size(limit);
        var key = Page.key(cursor);
        var before = key == null ? null : day(key);
        return Page.of(
                rows.list(before, size + 1), size, archive -> archive.month().toString());
    }

    @GET
    @Path("due")
    public Due due() {
        return new Due(archiveMonth.due());
    }

    @GET
    @Path("{month}")
    public Archive one(String month) {
        var wanted = month(month);
        return rows.find(wanted).orElseThrow(() -> new NotFound("archive", wanted));
    }

    @GET
    @ReadsPersonalData
    @Path("{month}/file")
    @Produces("text/csv")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response file(String month) {
        var wanted = month(month);
        archives.requireKept(Period.of(wanted));
        StreamingOutput content = out -> QuarkusTransaction.requiringNew().run(() -> file.write(wanted, out));
        return Response.ok(content, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"observations-" + wanted + ".csv\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @POST
    @APIResponseSchema(value = Archive.class, responseCode = "201")
    public Response archive(@Nullable ArchiveOrder order, @Context UriInfo uri) {
        var wanted = CompleteBody.required(order);
        var violations = new ArrayList<Violation>();
        var month = required(violations, "/month", wanted.month());
        var name = matching(violations, "/name", wanted.name(), NAME);
        var sha256 = matching(violations, "/sha256", wanted.sha256(), SHA256);
        if (!violations.isEmpty()) {
            throw new RuleViolated(violations);
        }
        var archive = archiveMonth.archive(month(month), name, sha256, caller.name());
        return Response.status(Response.Status.CREATED)
                .entity(archive)
                .header("Location", uri.getRequestUri().getPath() + "/" + archive.month())
                .build();
    }

    private static String required(List<Violation> violations, String path, @Nullable String text) {
        if (text == null) {
            violations.add(new Violation(path, "required"));
            return "";
        }
        return text;
    }

    private static String matching(List<Violation> violations, String path, @Nullable String text, Pattern form) {
        if (text != null && !form.matcher(text).matches()) {
            violations.add(new Violation(path, "bad-form"));
        }
        return required(violations, path, text);
    }

    private static YearMonth month(String text) {
        var period = Period.parse(text);
        if (!period.first().equals(period.last())) {
            throw new Malformed("bad-period");
        }
        return period.first();
    }

    private static LocalDate day(String key) {
        try {
            return YearMonth.parse(key).atDay(1);
        } catch (DateTimeException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }
}
