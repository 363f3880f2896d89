package org.huisheng.feedback.enterprise;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.feedback.enterprise.ImportEnterprises.Done;
import org.huisheng.feedback.enterprise.ImportEnterprises.Imported;
import org.huisheng.feedback.enterprise.ImportPlan.Planned;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.sheet.Sheet;
import org.huisheng.kit.problem.Problem.RenderedViolation;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.table.TableFile;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The register from a spreadsheet. */
@Path("/v1/enterprises/import")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ImportResource {

    private static final int MOST_ROWS = 2_000;

    private final ImportEnterprises importEnterprises;
    private final ProblemTexts texts;

    ImportResource(ImportEnterprises importEnterprises, ProblemTexts texts) {
        this.importEnterprises = importEnterprises;
        this.texts = texts;
    }

    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    /**
     * @param row as the spreadsheet counts
     * @param id null of a row that is refused, or would be created
     * @param name of the enterprise, null of a row that has none
     * @param changes fields that are others now, or would be
     */
    record RowView(
            int row,
            Outcome outcome,
            @Nullable UUID id,
            @Nullable String name,
            List<String> changes,
            List<RenderedViolation> violations) {}

    record ImportReport(
            boolean dryRun,
            long created,
            long updated,
            long unchanged,
            long refused,
            List<String> ignoredColumns,
            List<RowView> rows) {

        static ImportReport of(boolean dryRun, List<String> ignored, List<RowView> rows) {
            return new ImportReport(
                    dryRun,
                    count(rows, Outcome.CREATED),
                    count(rows, Outcome.UPDATED),
                    count(rows, Outcome.UNCHANGED),
                    count(rows, Outcome.REFUSED),
                    ignored,
                    rows);
        }

        private static long count(List<RowView> rows, Outcome outcome) {
            return rows.stream().filter(row -> row.outcome() == outcome).count();
        }
    }

    /** The same table again changes nothing. */
    @POST
    @Consumes({"text/csv", TableFile.XLSX})
    @RolesAllowed(Role.OFFICE)
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "true: nothing is stored",
            schema = @Schema(implementation = Boolean.class))
    public RestResponse<ImportReport> importTable(
            byte @Nullable [] file, @Context HttpHeaders headers, @Context UriInfo uri) {
        var dryRun = QueryParameters.of(uri, "dryRun").truth("dryRun").orElse(false);
        var imported = importEnterprises.run(sheet(file == null ? new byte[0] : file, headers.getMediaType()), dryRun);
        return ResponseBuilder.ok(report(imported, dryRun, language(headers)))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Sheet sheet(byte[] file, MediaType type) {
        return type.isCompatible(MediaType.valueOf(TableFile.XLSX))
                ? Sheet.ofXlsx(file, MOST_ROWS)
                : Sheet.ofCsv(file, type.getParameters().get(MediaType.CHARSET_PARAMETER), MOST_ROWS);
    }

    private static Locale language(HttpHeaders headers) {
        return ProblemTexts.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private ImportReport report(Imported imported, boolean dryRun, Locale language) {
        var rows = imported.rows().stream().map(done -> view(done, language)).toList();
        return ImportReport.of(dryRun, imported.ignored(), rows);
    }

    private RowView view(Done done, Locale language) {
        return switch (done.planned()) {
            case Planned.Created _ -> row(done, Outcome.CREATED, List.of(), List.of());
            case Planned.Updated updated -> row(done, Outcome.UPDATED, updated.changes(), List.of());
            case Planned.Unchanged _ -> row(done, Outcome.UNCHANGED, List.of(), List.of());
            case Planned.Refused refused ->
                row(done, Outcome.REFUSED, List.of(), texts.render(refused.violations(), language));
        };
    }

    private static RowView row(Done done, Outcome outcome, List<String> changes, List<RenderedViolation> violations) {
        var planned = done.planned();
        return new RowView(planned.row(), outcome, done.id(), planned.name(), changes, violations);
    }
}
