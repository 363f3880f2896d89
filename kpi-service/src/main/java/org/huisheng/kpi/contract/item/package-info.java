/** Vetoes that struck and bonuses that were granted, with their evidence. */
@NullMarked
package org.huisheng.kpi.contract.item;

import org.jspecify.annotations.NullMarked;
