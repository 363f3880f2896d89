/** RFC 9457 problems in the caller's language. */
@NullMarked
package org.huisheng.kit.problem;

import org.jspecify.annotations.NullMarked;
