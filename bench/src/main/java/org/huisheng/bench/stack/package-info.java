/** The stack under measurement, and what its processes cost. */
@NullMarked
package org.huisheng.bench.stack;

import org.jspecify.annotations.NullMarked;
