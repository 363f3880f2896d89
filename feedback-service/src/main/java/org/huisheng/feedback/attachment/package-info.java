/** Files beside a case: photographs, letters, records of an inspection. */
@NullMarked
package org.huisheng.feedback.attachment;

import org.jspecify.annotations.NullMarked;
