/** What the office puts right about a case. */
@NullMarked
package org.huisheng.feedback.correction;

import org.jspecify.annotations.NullMarked;
