/** For how long observations are kept, and in which partitions (ADR 35). */
@NullMarked
package org.huisheng.kpi.retention;

import org.jspecify.annotations.NullMarked;
