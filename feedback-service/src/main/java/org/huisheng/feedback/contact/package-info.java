/** Trying to ask a stakeholder who does not answer. */
@NullMarked
package org.huisheng.feedback.contact;

import org.jspecify.annotations.NullMarked;
