/** Commands of the ./huisheng launcher. */
@NullMarked
package org.huisheng.localstack;

import org.jspecify.annotations.NullMarked;
