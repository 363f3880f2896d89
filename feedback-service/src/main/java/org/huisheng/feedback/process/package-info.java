/** The five-in-one register 五位一体: processes with their steps, duties, standards, institutions and performance. */
@NullMarked
package org.huisheng.feedback.process;

import org.jspecify.annotations.NullMarked;
