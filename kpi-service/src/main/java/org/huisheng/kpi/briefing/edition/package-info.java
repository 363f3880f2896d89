/** An issue with its figures: all that its papers say, and so what is kept of it. */
@NullMarked
package org.huisheng.kpi.briefing.edition;

import org.jspecify.annotations.NullMarked;
