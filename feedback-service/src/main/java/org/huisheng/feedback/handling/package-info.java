/** What the office and the responsible department do with a case. */
@NullMarked
package org.huisheng.feedback.handling;

import org.jspecify.annotations.NullMarked;
