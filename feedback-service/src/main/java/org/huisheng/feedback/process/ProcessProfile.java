package org.huisheng.feedback.process;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a process is, without what belongs to it.
 *
 * @param department that owns it; null as long as nobody does
 * @param keyProcess one of those the company cannot do without (关键流程)
 * @param typicalBusiness one the public knows the company by (典型业务)
 */
@Embeddable
public record ProcessProfile(
        String name,
        String nameEn,
        @Nullable String department,
        boolean keyProcess,
        boolean typicalBusiness,
        boolean active) {}
