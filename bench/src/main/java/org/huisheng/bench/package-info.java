/** {@code ./huisheng bench}: what the packaged stack does on this machine, as ratios and percentiles. */
@NullMarked
package org.huisheng.bench;

import org.jspecify.annotations.NullMarked;
