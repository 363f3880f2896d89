/** Tables that somebody made with a spreadsheet and hands in. */
@NullMarked
package org.huisheng.feedback.sheet;

import org.jspecify.annotations.NullMarked;
