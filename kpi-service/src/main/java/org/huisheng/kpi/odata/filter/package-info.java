/** The language of {@code $filter}: read, type-checked, and turned into SQL or into a test of rows in memory. */
@NullMarked
package org.huisheng.kpi.odata.filter;

import org.jspecify.annotations.NullMarked;
