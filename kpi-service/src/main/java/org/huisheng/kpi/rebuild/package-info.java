/** Making all cells anew from the observations or the event log, while figures are read and events come in (ADR 29). */
@NullMarked
package org.huisheng.kpi.rebuild;

import org.jspecify.annotations.NullMarked;
