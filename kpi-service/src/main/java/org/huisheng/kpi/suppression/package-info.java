/** Which figures and rows may be shown without giving away what a few people said (ADR 28). */
@NullMarked
package org.huisheng.kpi.suppression;

import org.jspecify.annotations.NullMarked;
