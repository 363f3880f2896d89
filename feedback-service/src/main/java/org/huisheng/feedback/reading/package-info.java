/** Finding cases and reading them, each caller what they may see. */
@NullMarked
package org.huisheng.feedback.reading;

import org.jspecify.annotations.NullMarked;
