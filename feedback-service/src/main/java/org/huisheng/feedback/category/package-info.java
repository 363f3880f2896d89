/** What cases can be about. */
@NullMarked
package org.huisheng.feedback.category;

import org.jspecify.annotations.NullMarked;
