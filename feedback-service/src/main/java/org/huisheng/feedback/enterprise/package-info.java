/** The enterprises of the district's parks, and whom to talk to there. */
@NullMarked
package org.huisheng.feedback.enterprise;

import org.jspecify.annotations.NullMarked;
