package org.huisheng.kit.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.audit.FindEntries.Filter;
import org.huisheng.kit.audit.FindEntries.Found;
import org.huisheng.kit.audit.VerifyLog.KnownHead;
import org.huisheng.kit.audit.VerifyLog.LogSegment;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.table.TableFile;
import org.huisheng.kit.web.TypedQuery;
import org.jspecify.annotations.Nullable;

/** What administrators may ask of a service's log. Each service says under which address. */
@RunOnVirtualThread
@RolesAllowed("ADMIN")
public abstract class AuditEndpoints {

    private static final int LARGEST_PAGE = 500;
    private static final int LARGEST_PIECE = 20_000;
    private static final int AT_ONCE = 1_000;
    private static final Pattern KNOWN_HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");
    private static final List<String> HEADERS = List.of(
            "position",
            "at",
            "actor",
            "roles",
            "department",
            "action",
            "subjectType",
            "subject",
            "requestId",
            "detail",
            "hash");

    /**
     * @param position in the chain, null for the moment until it is linked
     * @param detail JSON, as its text was hashed
     */
    public record RecordedEntry(
            UUID id,
            @Nullable Long position,
            Instant at,
            String actor,
            String roles,
            @Nullable String department,
            String action,
            String subjectType,
            @Nullable String subject,
            @Nullable String requestId,
            String detail,
            @Nullable String hash) {

        static RecordedEntry of(Found found) {
            var entry = found.entry();
            return new RecordedEntry(
                    entry.id(),
                    found.position(),
                    entry.at(),
                    entry.actor(),
                    entry.roles(),
                    entry.department(),
                    entry.action(),
                    entry.subjectType(),
                    entry.subjectId(),
                    entry.requestId(),
                    entry.detail(),
                    found.hash());
        }
    }

    /** @param next cursor of the following page, null on the last */
    public record RecordedPage(
            List<RecordedEntry> items, @Nullable UUID next) {}

    private final FindEntries findEntries;
    private final VerifyLog verifyLog;

    protected AuditEndpoints(FindEntries findEntries, VerifyLog verifyLog) {
        this.findEntries = findEntries;
        this.verifyLog = verifyLog;
    }

    /** The newest first. {@code to} is not included. */
    @GET
    @Path("entries")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("ADMIN")
    @ReadsPersonalData
    @APIResponseSchema(RecordedPage.class)
    public Response entries(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("cursor") @Nullable UUID cursor,
            @QueryParam("limit") @DefaultValue("50") int limit)
            throws SQLException {
        var size = TypedQuery.limit(limit, LARGEST_PAGE);
        var found = findEntries.page(filter(from, to, actor, action, subject), cursor, size + 1);
        var shown = found.stream().limit(size).map(RecordedEntry::of).toList();
        return uncached(
                new RecordedPage(shown, found.size() > size ? shown.getLast().id() : null));
    }

    @GET
    @Path("entries")
    @Produces("text/csv;qs=0.5")
    @RolesAllowed("ADMIN")
    @ReadsPersonalData
    @APIResponse(
            responseCode = "200",
            description =
                    "All that is found; texts that a spreadsheet would take for a formula begin with an apostrophe",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response csv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("subject") @Nullable String subject,
            @Context HttpHeaders headers) {
        var filter = filter(from, to, actor, action, subject);
        var words = LogWords.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        StreamingOutput content = output -> {
            try (var table = TableFile.csv(output, words.headers(HEADERS))) {
                fill(table, filter, words);
            }
        };
        return Response.ok(content, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Entries after {@code cursor}; {@code known} is a head written down earlier, as position:hash. */
    @GET
    @Path("log-verification")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("ADMIN")
    @APIResponseSchema(LogSegment.class)
    public Response verify(
            @QueryParam("cursor") @DefaultValue("0") long cursor,
            @QueryParam("limit") @DefaultValue("5000") int limit,
            @QueryParam("known") @Nullable String known)
            throws SQLException {
        if (cursor < 0) {
            throw new Malformed("bad-cursor");
        }
        return uncached(verifyLog.segment(cursor, TypedQuery.limit(limit, LARGEST_PIECE), knownHead(known)));
    }

    private void fill(TableFile table, Filter filter, LogWords words) throws IOException {
        UUID last = null;
        do {
            var page = page(filter, last);
            for (var found : page) {
                table.row(cells(RecordedEntry.of(found), words));
            }
            last = page.size() < AT_ONCE ? null : page.getLast().entry().id();
        } while (last != null);
    }

    private List<Found> page(Filter filter, @Nullable UUID last) throws IOException {
        try {
            return findEntries.page(filter, last, AT_ONCE);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private static @Nullable Object[] cells(RecordedEntry entry, LogWords words) {
        return new @Nullable Object[] {
            entry.position(),
            words.time(entry.at()),
            entry.actor(),
            entry.roles(),
            entry.department(),
            entry.action(),
            entry.subjectType(),
            entry.subject(),
            entry.requestId(),
            entry.detail(),
            entry.hash()
        };
    }

    private static Filter filter(
            @Nullable String from,
            @Nullable String to,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject) {
        return new Filter(time("/from", from), time("/to", to), blank(actor), blank(action), blank(subject));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant time(String path, @Nullable String text) {
        try {
            return blank(text) == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new Malformed(new Violation(path, "wrong-type"));
        }
    }

    private static @Nullable KnownHead knownHead(@Nullable String known) {
        if (known == null || known.isEmpty()) {
            return null;
        }
        var parts = KNOWN_HEAD.matcher(known);
        if (!parts.matches()) {
            throw new Malformed(new Violation("/known", "wrong-type"));
        }
        return new KnownHead(Long.parseLong(parts.group(1)), parts.group(2));
    }

    private static Response uncached(Object content) {
        return Response.ok(content).header("Cache-Control", "no-store").build();
    }
}
