/** Events become observations, observations are folded into cells, each exactly once. */
@NullMarked
package org.huisheng.kpi.observation;

import org.jspecify.annotations.NullMarked;
