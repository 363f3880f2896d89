/** Plain SQL where sets of rows matter more than objects. */
@NullMarked
package org.huisheng.kpi.sql;

import org.jspecify.annotations.NullMarked;
