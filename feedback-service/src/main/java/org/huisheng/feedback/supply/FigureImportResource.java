package org.huisheng.feedback.supply;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.sheet.Sheet;
import org.huisheng.feedback.supply.FigureImport.LineOutcome;
import org.huisheng.kit.problem.Problem.RenderedViolation;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.table.TableFile;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The figures of a report from a file. */
@Path("/v1/supply-reports/{id}/figure-imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FigureImportResource {

    private final ImportFigures importFigures;
    private final ProblemTexts texts;

    FigureImportResource(ImportFigures importFigures, ProblemTexts texts) {
        this.importFigures = importFigures;
        this.texts = texts;
    }

    record FigureLineView(int line, String code, LineOutcome outcome, List<RenderedViolation> violations) {}

    /** What changed, or would; in earnest nothing does as long as a line is refused. */
    record FigureImportReport(
            boolean dryRun,
            long added,
            long changed,
            long unchanged,
            long refused,
            List<String> ignoredColumns,
            List<FigureLineView> lines) {}

    /** The same file again changes nothing. */
    @POST
    @Consumes({"text/csv", TableFile.XLSX})
    @RolesAllowed(Role.OFFICE)
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "true: nothing is stored",
            schema = @Schema(implementation = Boolean.class))
    public RestResponse<FigureImportReport> importTable(
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte @Nullable [] file,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var dryRun = QueryParameters.of(uri, "dryRun").truth("dryRun").orElse(false);
        var sheet = sheet(file == null ? new byte[0] : file, headers.getMediaType());
        var imported = importFigures.run(id, EntityVersion.expected(ifMatch), sheet, dryRun);
        var language = ProblemTexts.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseBuilder.ok(report(imported, dryRun, language))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Sheet sheet(byte[] file, MediaType type) {
        return type.isCompatible(MediaType.valueOf(TableFile.XLSX))
                ? Sheet.ofXlsx(file, SupplyReport.MOST_FIGURES)
                : Sheet.ofCsv(file, type.getParameters().get(MediaType.CHARSET_PARAMETER), SupplyReport.MOST_FIGURES);
    }

    private FigureImportReport report(FigureImport imported, boolean dryRun, Locale language) {
        return new FigureImportReport(
                dryRun,
                count(imported, LineOutcome.ADDED),
                count(imported, LineOutcome.CHANGED),
                count(imported, LineOutcome.UNCHANGED),
                count(imported, LineOutcome.REFUSED),
                imported.ignored(),
                imported.lines().stream()
                        .map(line -> new FigureLineView(
                                line.number(), line.code(), line.outcome(), texts.render(line.violations(), language)))
                        .toList());
    }

    private static long count(FigureImport imported, LineOutcome outcome) {
        return imported.lines().stream()
                .filter(line -> line.outcome() == outcome)
                .count();
    }
}
