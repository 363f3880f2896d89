/** The calendar all features go by. */
@NullMarked
package org.huisheng.survey.calendar;

import org.jspecify.annotations.NullMarked;
