/** From cells to a score: pure functions that know no database, HTTP or clock. */
@NullMarked
package org.huisheng.kpi.scoring;

import org.jspecify.annotations.NullMarked;
