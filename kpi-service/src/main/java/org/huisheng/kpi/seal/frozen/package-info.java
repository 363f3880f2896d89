/** What seals hold, as documents that never change. It knows nothing of their contents. */
@NullMarked
package org.huisheng.kpi.seal.frozen;

import org.jspecify.annotations.NullMarked;
