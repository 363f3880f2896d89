/** What is put on paper: letters, and reports with tables. */
@NullMarked
package org.huisheng.feedback.letter;

import org.jspecify.annotations.NullMarked;
