/** Figures as they change, as server-sent events. */
@NullMarked
package org.huisheng.kpi.live;

import org.jspecify.annotations.NullMarked;
