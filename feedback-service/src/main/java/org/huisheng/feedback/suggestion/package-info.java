/** What employees suggest without saying who they are, and the talk that follows. */
@NullMarked
package org.huisheng.feedback.suggestion;

import org.jspecify.annotations.NullMarked;
