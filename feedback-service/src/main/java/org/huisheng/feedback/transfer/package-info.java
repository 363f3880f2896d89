/** Work that turns out to be another department's. */
@NullMarked
package org.huisheng.feedback.transfer;

import org.jspecify.annotations.NullMarked;
