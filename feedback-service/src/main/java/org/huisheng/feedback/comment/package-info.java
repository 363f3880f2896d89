/** The government register: what was said, to the letter, who answers by when, and the reply. */
@NullMarked
package org.huisheng.feedback.comment;

import org.jspecify.annotations.NullMarked;
