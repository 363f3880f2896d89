package org.huisheng.kpi.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something worth points of its own, which the office grants on evidence.
 *
 * @param points what one grant gives at most
 */
public record BonusItem(String code, String name, @Nullable String nameEn, BigDecimal points) {}
