/** How a figure went over the year, and where it may end. */
@NullMarked
package org.huisheng.kpi.trend;

import org.jspecify.annotations.NullMarked;
