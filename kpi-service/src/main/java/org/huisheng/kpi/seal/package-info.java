/** Closing a period: two people freeze it into a snapshot, chained to the one before. */
@NullMarked
package org.huisheng.kpi.seal;

import org.jspecify.annotations.NullMarked;
