/** Opening cases of what survey-service found to match a rule. */
@NullMarked
package org.huisheng.feedback.match;

import org.jspecify.annotations.NullMarked;
