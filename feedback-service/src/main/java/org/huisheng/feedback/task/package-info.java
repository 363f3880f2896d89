/** What other departments contribute to a case. */
@NullMarked
package org.huisheng.feedback.task;

import org.jspecify.annotations.NullMarked;
