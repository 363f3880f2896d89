package org.huisheng.feedback.integration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** An element as clients see it. */
record CsrElementView(
        UUID id,
        long version,
        String process,
        @Nullable String step,
        String title,
        @Nullable String detail,
        CsrStage stage,
        boolean retired,
        @Nullable String retiredBy,
        @Nullable Instant retiredAt,
        @Nullable String reason,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /** @param next cursor of the following page, null on the last */
    record CsrElementPage(
            List<CsrElementView> items, @Nullable String next) {}

    /** @param title of what shows it, null of the first stage, which nothing has to */
    record CsrStagingView(
            CsrStage stage,
            @Nullable String title,
            @Nullable String reference,
            String actor,
            Instant at) {

        static CsrStagingView of(CsrStaging staging) {
            var proof = staging.proof().orElse(null);
            return new CsrStagingView(
                    staging.stage(),
                    proof == null ? null : proof.title(),
                    proof == null ? null : proof.reference(),
                    staging.actor(),
                    staging.at());
        }
    }

    record WholeCsrElementView(CsrElementView element, List<CsrStagingView> history) {}

    static CsrElementView of(CsrElement element) {
        return new CsrElementView(
                element.id(),
                element.version(),
                element.process(),
                element.step().orElse(null),
                element.title(),
                element.detail().orElse(null),
                element.stage(),
                element.isRetired(),
                element.retiredBy().orElse(null),
                element.retiredAt().orElse(null),
                element.reason().orElse(null),
                element.createdBy(),
                element.createdAt(),
                element.updatedAt());
    }

    static RestResponse<CsrElementView> answer(ResponseBuilder<CsrElementView> response, CsrElement element) {
        return response.entity(of(element))
                .tag(EntityVersion.tag(element.version()))
                .build();
    }

    static RestResponse<WholeCsrElementView> answer(EmbedElements.Whole whole) {
        return ResponseBuilder.ok(new WholeCsrElementView(
                        of(whole.element()),
                        whole.history().stream().map(CsrStagingView::of).toList()))
                .tag(EntityVersion.tag(whole.element().version()))
                .build();
    }
}
