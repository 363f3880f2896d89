/** Business calendars: which time counts, and how much of it lies between two moments. */
@NullMarked
package org.huisheng.feedback.calendar;

import org.jspecify.annotations.NullMarked;
