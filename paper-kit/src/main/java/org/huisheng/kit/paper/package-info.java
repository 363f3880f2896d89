/** Pages of paper. */
@NullMarked
package org.huisheng.kit.paper;

import org.jspecify.annotations.NullMarked;
