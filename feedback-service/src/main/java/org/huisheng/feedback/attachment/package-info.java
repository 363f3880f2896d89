/** Files beside a case or a comment: photographs, letters, records of an inspection. */
@NullMarked
package org.huisheng.feedback.attachment;

import org.jspecify.annotations.NullMarked;
