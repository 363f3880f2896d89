/** What somebody writes into a briefing, and which figures are to stand in it. */
@NullMarked
package org.huisheng.kpi.briefing.content;

import org.jspecify.annotations.NullMarked;
