/** Who does the work of processes: posts, never people. */
@NullMarked
package org.huisheng.feedback.post;

import org.jspecify.annotations.NullMarked;
