package org.huisheng.feedback.processimport;

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
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.feedback.processimport.ImportPlan.FieldChange;
import org.huisheng.feedback.processimport.ImportPlan.Planned;
import org.huisheng.feedback.processimport.ImportRegister.Imported;
import org.huisheng.feedback.processimport.Said.Refusal;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.sheet.Sheet;
import org.huisheng.kit.problem.Problem.RenderedViolation;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.table.TableFile;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The register of processes from a file. */
@Path("/v1/process-imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RegisterImportResource {

    private static final int MOST_ROWS = 5_000;

    private final ImportRegister importRegister;
    private final ProblemTexts texts;

    RegisterImportResource(ImportRegister importRegister, ProblemTexts texts) {
        this.importRegister = importRegister;
        this.texts = texts;
    }

    enum ThingKind {
        POST,
        PROCESS
    }

    enum ThingOutcome {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /** @param line as the spreadsheet counts, or of the file */
    record ImportedThing(
            int line, ThingKind kind, String code, String name, ThingOutcome outcome, List<FieldChange> changes) {

        static ImportedThing of(Planned planned) {
            var outcome = planned.isNew()
                    ? ThingOutcome.ADDED
                    : planned.changes().isEmpty() ? ThingOutcome.UNCHANGED : ThingOutcome.CHANGED;
            var kind = switch (planned) {
                case Planned.PlannedPost _ -> ThingKind.POST;
                case Planned.PlannedProcess _ -> ThingKind.PROCESS;
            };
            return new ImportedThing(planned.line(), kind, planned.code(), planned.name(), outcome, planned.changes());
        }
    }

    record RefusedLine(int line, @Nullable String name, List<RenderedViolation> violations) {}

    /** What changed, or would; in earnest nothing does as long as a line is refused. */
    record RegisterImportReport(
            boolean dryRun,
            long added,
            long changed,
            long unchanged,
            List<String> ignoredColumns,
            List<ImportedThing> things,
            List<RefusedLine> refusals) {

        static RegisterImportReport of(
                boolean dryRun, List<String> ignored, List<ImportedThing> things, List<RefusedLine> refusals) {
            return new RegisterImportReport(
                    dryRun,
                    count(things, ThingOutcome.ADDED),
                    count(things, ThingOutcome.CHANGED),
                    count(things, ThingOutcome.UNCHANGED),
                    ignored,
                    things,
                    refusals);
        }

        private static long count(List<ImportedThing> things, ThingOutcome outcome) {
            return things.stream().filter(thing -> thing.outcome() == outcome).count();
        }
    }

    /** The same file again changes nothing. */
    @POST
    @Consumes({"text/csv", TableFile.XLSX, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @RolesAllowed(Role.OFFICE)
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "true: nothing is stored",
            schema = @Schema(implementation = Boolean.class))
    @Parameter(
            name = "process",
            in = ParameterIn.QUERY,
            description = "of a model: code under which its only process is known here",
            schema = @Schema(implementation = String.class))
    public RestResponse<RegisterImportReport> importFile(
            byte @Nullable [] file, @Context HttpHeaders headers, @Context UriInfo uri) {
        var query = QueryParameters.of(uri, "dryRun", "process");
        var dryRun = query.truth("dryRun").orElse(false);
        var reading = reading(
                file == null ? new byte[0] : file,
                headers.getMediaType(),
                query.text("process").orElse(null));
        var imported = importRegister.run(reading, dryRun);
        var language = ProblemTexts.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseBuilder.ok(report(imported, dryRun, language))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Function<Map<String, String>, Said> reading(byte[] file, MediaType type, @Nullable String process) {
        if (type.getSubtype().equals("xml")) {
            var said = ReadModels.read(file, process);
            return _ -> said;
        }
        var sheet = type.isCompatible(MediaType.valueOf(TableFile.XLSX))
                ? Sheet.ofXlsx(file, MOST_ROWS)
                : Sheet.ofCsv(file, type.getParameters().get(MediaType.CHARSET_PARAMETER), MOST_ROWS);
        return departments -> TableReader.read(sheet, departments);
    }

    private RegisterImportReport report(Imported imported, boolean dryRun, Locale language) {
        return RegisterImportReport.of(
                dryRun,
                imported.ignored(),
                imported.plan().things().stream().map(ImportedThing::of).toList(),
                imported.plan().refused().stream()
                        .map(refusal -> refused(refusal, language))
                        .toList());
    }

    private RefusedLine refused(Refusal refusal, Locale language) {
        return new RefusedLine(refusal.line(), refusal.name(), texts.render(refusal.violations(), language));
    }
}
