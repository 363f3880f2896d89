/** The periods figures are asked for: a year, so far or whole, a half, a quarter, a month. */
@NullMarked
package org.huisheng.kpi.period;

import org.jspecify.annotations.NullMarked;
