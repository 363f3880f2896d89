/** The improvement plan: what a self-check found, what is done about it, by whom and until when. */
@NullMarked
package org.huisheng.feedback.plan;

import org.jspecify.annotations.NullMarked;
