package org.huisheng.feedback.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Resolution;
import org.huisheng.feedback.enterprise.ContactJson;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A visit as the caller may see it.
 *
 * @param enterpriseContacts whom to ask for; empty for those who may not see them
 * @param contact whom the surveyor met; null for those who may not see it, as {@code note} is
 * @param lastSlips what became of what the enterprise asked for last time
 */
record VisitView(
        UUID id,
        UUID enterprise,
        String enterpriseName,
        String park,
        String department,
        LocalDate plannedFor,
        VisitOrigin origin,
        @Nullable String surveyor,
        VisitStatus status,
        @Nullable String reason,
        @Nullable Instant visitedAt,
        @Nullable Instant reportedAt,
        @Nullable Integer satisfaction,
        @Nullable ContactJson contact,
        @Nullable String note,
        List<ContactJson> enterpriseContacts,
        List<SlipView> slips,
        List<SlipView> lastSlips,
        Instant createdAt,
        String createdBy) {

    /** @param outcome what was done about it, null until somebody says it is done */
    record SlipView(
            UUID caseId,
            String title,
            CaseStatus status,
            @Nullable String department,
            @Nullable String outcome) {

        static SlipView of(Case matter) {
            return new SlipView(
                    matter.id(),
                    matter.title(),
                    matter.status(),
                    matter.department().orElse(null),
                    matter.resolution().map(Resolution::actionTaken).orElse(null));
        }
    }

    static VisitView of(VisitFile file) {
        var visit = file.visit();
        return new VisitView(
                visit.id(),
                visit.enterprise(),
                file.enterpriseName(),
                visit.park(),
                visit.department(),
                visit.plannedFor(),
                visit.origin(),
                visit.surveyor().orElse(null),
                visit.status(),
                visit.reason().orElse(null),
                visit.visitedAt().orElse(null),
                visit.reportedAt().orElse(null),
                visit.satisfaction().orElse(null),
                file.personal() ? visit.contact().map(ContactJson::of).orElse(null) : null,
                file.personal() ? visit.note().orElse(null) : null,
                file.contacts().stream().map(ContactJson::of).toList(),
                file.slips().stream().map(SlipView::of).toList(),
                file.lastSlips().stream().map(SlipView::of).toList(),
                visit.createdAt(),
                visit.createdBy());
    }

    static RestResponse<VisitView> answer(VisitFile file) {
        return answer(ResponseBuilder.create(200), file);
    }

    /** The whole visit with the tag of its version; nobody on the way keeps a copy. */
    static RestResponse<VisitView> answer(ResponseBuilder<VisitView> response, VisitFile file) {
        return response.entity(of(file))
                .tag(EntityVersion.tag(file.visit().version()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
