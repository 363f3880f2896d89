/** Rules that open cases of survey answers: what they say, and trying them out before they are enabled. */
@NullMarked
package org.huisheng.feedback.rule;

import org.jspecify.annotations.NullMarked;
