/** What a stakeholder asks for, as somebody took it down. */
@NullMarked
package org.huisheng.feedback.intake;

import org.jspecify.annotations.NullMarked;
