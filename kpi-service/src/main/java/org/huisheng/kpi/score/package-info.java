/** Scores as they are read: a flat sheet for tools and a tree that shows its arithmetic. */
@NullMarked
package org.huisheng.kpi.score;

import org.jspecify.annotations.NullMarked;
