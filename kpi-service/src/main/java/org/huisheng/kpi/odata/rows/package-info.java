/** The rows of the feed's sets: scores, rates and departments made in memory, observations read by SQL. */
@NullMarked
package org.huisheng.kpi.odata.rows;

import org.jspecify.annotations.NullMarked;
