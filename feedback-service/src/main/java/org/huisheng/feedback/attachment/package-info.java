/** Files beside a case, a comment, a project or a story: photographs, letters, records of an inspection. */
@NullMarked
package org.huisheng.feedback.attachment;

import org.jspecify.annotations.NullMarked;
