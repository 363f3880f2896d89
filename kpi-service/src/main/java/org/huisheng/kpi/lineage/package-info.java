/** The observations behind a figure, which re-add to it. */
@NullMarked
package org.huisheng.kpi.lineage;

import org.jspecify.annotations.NullMarked;
