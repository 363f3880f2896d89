/** Making the papers of an issue, step by step, so that somebody can watch and a restart loses nothing. */
@NullMarked
package org.huisheng.kpi.briefing.production;

import org.jspecify.annotations.NullMarked;
