/** Load that costs little itself, since it shares the processors with what it measures. */
@NullMarked
package org.huisheng.bench.load;

import org.jspecify.annotations.NullMarked;
