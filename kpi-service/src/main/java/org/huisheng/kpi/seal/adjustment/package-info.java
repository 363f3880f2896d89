/** What came after a seal: where it counts instead, and what sealed figures would be with it. */
@NullMarked
package org.huisheng.kpi.seal.adjustment;

import org.jspecify.annotations.NullMarked;
