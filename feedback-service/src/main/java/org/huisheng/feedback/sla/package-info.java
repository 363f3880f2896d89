/** By when a case must be answered, resolved and confirmed, and who is told when it is not. */
@NullMarked
package org.huisheng.feedback.sla;

import org.jspecify.annotations.NullMarked;
