/** How the duties of posts are performed in processes, month by month. */
@NullMarked
package org.huisheng.feedback.duty;

import org.jspecify.annotations.NullMarked;
