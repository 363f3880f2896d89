package org.huisheng.kpi.contract.template;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Terms for any number of departments. It never changes: what is published under its code again is its next version. */
record ContractTemplate(
        UUID id,
        String code,
        int version,
        String name,
        @Nullable String nameEn,
        Instant createdAt,
        String createdBy,
        @JsonUnwrapped TemplateContent content) {}
