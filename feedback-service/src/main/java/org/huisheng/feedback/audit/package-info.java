/** Whether what happened to cases is still what was written down, and who did what here. */
@NullMarked
package org.huisheng.feedback.audit;

import org.jspecify.annotations.NullMarked;
