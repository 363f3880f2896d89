/** "You said, we did": what became of cases, told to everybody. */
@NullMarked
package org.huisheng.feedback.outcome;

import org.jspecify.annotations.NullMarked;
