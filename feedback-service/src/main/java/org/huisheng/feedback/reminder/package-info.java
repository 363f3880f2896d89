/** Deadlines somebody is reminded of, by a clock that runs in the database. */
@NullMarked
package org.huisheng.feedback.reminder;

import org.jspecify.annotations.NullMarked;
