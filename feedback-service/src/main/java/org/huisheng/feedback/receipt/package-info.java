/** Being asked by the receipt of the answer a case came from. */
@NullMarked
package org.huisheng.feedback.receipt;

import org.jspecify.annotations.NullMarked;
