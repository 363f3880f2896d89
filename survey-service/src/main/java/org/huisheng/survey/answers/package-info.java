/** The answers themselves, a page at a time or whole: for reading, for spreadsheets, for statisticians. */
@NullMarked
package org.huisheng.survey.answers;

import org.jspecify.annotations.NullMarked;
