/** Tables as files, for spreadsheets. */
@NullMarked
package org.huisheng.kit.table;

import org.jspecify.annotations.NullMarked;
