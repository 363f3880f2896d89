/** Whether what happened to cases is still what was written down. */
@NullMarked
package org.huisheng.feedback.audit;

import org.jspecify.annotations.NullMarked;
