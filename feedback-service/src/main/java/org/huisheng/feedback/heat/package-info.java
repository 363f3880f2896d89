/** Where in the register of processes feedback hurts. */
@NullMarked
package org.huisheng.feedback.heat;

import org.jspecify.annotations.NullMarked;
