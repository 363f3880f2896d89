/** Roving lectures: held by departments, signed in to by whoever comes, counted once they are over. */
@NullMarked
package org.huisheng.feedback.lecture;

import org.jspecify.annotations.NullMarked;
