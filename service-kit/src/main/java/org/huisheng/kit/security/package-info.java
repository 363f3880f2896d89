/** Who is calling, and what they may see. */
@NullMarked
package org.huisheng.kit.security;

import org.jspecify.annotations.NullMarked;
