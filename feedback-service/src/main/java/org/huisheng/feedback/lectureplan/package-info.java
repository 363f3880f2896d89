/** The plan of a year of lectures: whom they are to reach, how far that is, and the duty of every two months. */
@NullMarked
package org.huisheng.feedback.lectureplan;

import org.jspecify.annotations.NullMarked;
