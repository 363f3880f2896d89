/** What a department is judged by: dimensions and weighted indicators of a year. */
@NullMarked
package org.huisheng.kpi.contract;

import org.jspecify.annotations.NullMarked;
