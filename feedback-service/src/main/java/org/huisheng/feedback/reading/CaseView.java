package org.huisheng.feedback.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Ending;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.ClockReading;
import org.huisheng.feedback.casework.Particulars;
import org.huisheng.feedback.casework.Resolution;
import org.huisheng.feedback.casework.StepKind;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A case as the caller may see it; {@code description}, {@code stakeholder} and notes are null for those who do not work
 * on it, and {@code responseId} for all but the office.
 *
 * @param timelineNext cursor of the timeline's next page, null when it is complete
 */
public record CaseView(
        UUID id,
        Side side,
        String category,
        Severity severity,
        String title,
        @Nullable String description,
        CaseStatus status,
        @Nullable String department,
        @Nullable String firstReceiver,
        List<String> coLeads,
        @Nullable UUID mergedInto,
        @Nullable StakeholderView stakeholder,
        @Nullable SourceView source,
        @Nullable UUID responseId,
        int attempt,
        @Nullable ResolutionView resolution,
        @Nullable Integer rating,
        @Nullable Ending ending,
        @Nullable Instant receivedAt,
        Instant openedAt,
        String openedBy,
        Instant updatedAt,
        List<ClockReading> clocks,
        List<EntryView> timeline,
        @Nullable String timelineNext) {

    /** @param vouched false while only those who work on the case have said so: nobody is asked there yet */
    record StakeholderView(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String organisation,
            boolean vouched) {}

    record SourceView(String type, @Nullable String reference) {}

    /** @param process where in the register of processes the cause lies, as far as that was said */
    record ResolutionView(
            String rootCause,
            String actionTaken,
            @Nullable String process,
            @Nullable String step,
            @Nullable String post) {}

    /**
     * @param note internal
     * @param publicNote what the stakeholder may read, or said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            int seq,
            Instant at,
            String actor,
            StepKind step,
            @Nullable CaseStatus from,
            CaseStatus to,
            @Nullable String department,
            @Nullable ResolutionView resolution,
            @Nullable Integer rating,
            @Nullable String changedFrom,
            @Nullable String changedTo,
            @Nullable String channel,
            @Nullable String outcome,
            @Nullable String reference,
            @Nullable String note,
            @Nullable String publicNote) {

        static EntryView of(TimelineEntry entry, boolean personal) {
            var particulars = entry.particulars();
            return new EntryView(
                    entry.seq(),
                    entry.at(),
                    entry.actor(),
                    entry.step(),
                    entry.from().orElse(null),
                    entry.to(),
                    entry.department().orElse(null),
                    entry.resolution().map(CaseView::view).orElse(null),
                    entry.rating().orElse(null),
                    particulars.map(Particulars::changedFrom).orElse(null),
                    particulars.map(Particulars::changedTo).orElse(null),
                    particulars.map(Particulars::channel).orElse(null),
                    particulars.map(Particulars::outcome).orElse(null),
                    particulars.map(Particulars::reference).orElse(null),
                    personal ? entry.note().orElse(null) : null,
                    personal ? entry.publicNote().orElse(null) : null);
        }
    }

    public static CaseView of(CaseFile file) {
        var matter = file.matter();
        var intake = matter.intake();
        var stakeholder = file.personal() ? intake.stakeholder() : null;
        var source = intake.source();
        return new CaseView(
                matter.id(),
                intake.side(),
                intake.category(),
                intake.severity(),
                intake.title(),
                file.personal() ? intake.description() : null,
                matter.status(),
                matter.department().orElse(null),
                matter.firstReceiver().orElse(null),
                matter.coLeads(),
                matter.mergedInto().orElse(null),
                stakeholder == null
                        ? null
                        : new StakeholderView(
                                stakeholder.name(),
                                stakeholder.phone(),
                                stakeholder.email(),
                                stakeholder.organisation(),
                                matter.isContactVouched()),
                source == null ? null : new SourceView(source.type(), source.reference()),
                file.traceable() ? intake.responseId() : null,
                matter.attempt(),
                matter.resolution().map(CaseView::view).orElse(null),
                matter.rating().orElse(null),
                matter.ending().orElse(null),
                intake.receivedAt(),
                matter.openedAt(),
                matter.openedBy(),
                matter.updatedAt(),
                file.clocks(),
                entries(file),
                next(file));
    }

    static List<EntryView> entries(CaseFile file) {
        return file.timeline().stream()
                .map(entry -> EntryView.of(entry, file.personal()))
                .toList();
    }

    static @Nullable String next(CaseFile file) {
        var last = file.timeline().isEmpty() ? 0 : file.timeline().getLast().seq();
        return last > 0 && last < file.matter().timelineLength() ? String.valueOf(last) : null;
    }

    /** The whole case with the tag of its version; nobody on the way keeps a copy. */
    public static RestResponse<CaseView> answer(CaseFile file) {
        return answer(ResponseBuilder.ok(of(file)), file.matter());
    }

    public static RestResponse<CaseView> answer(ResponseBuilder<CaseView> response, Case matter) {
        return response.tag(EntityVersion.tag(matter.version()))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static ResolutionView view(Resolution resolution) {
        return new ResolutionView(
                resolution.rootCause(),
                resolution.actionTaken(),
                resolution.process(),
                resolution.step(),
                resolution.post());
    }
}
