/** Telling those who work here: of time that runs out, of what is theirs now, of what they were reminded of. */
@NullMarked
package org.huisheng.feedback.notice;

import org.jspecify.annotations.NullMarked;
