/** Telling stakeholders that they are asked, by whatever road there is to them. */
@NullMarked
package org.huisheng.feedback.notification;

import org.jspecify.annotations.NullMarked;
