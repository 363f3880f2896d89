/** Tables that people open in a spreadsheet: safe to open, and written row by row. */
@NullMarked
package org.huisheng.survey.table;

import org.jspecify.annotations.NullMarked;
