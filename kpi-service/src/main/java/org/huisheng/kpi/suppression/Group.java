package org.huisheng.kpi.suppression;

import java.time.YearMonth;
import org.huisheng.events.Side;

/** Those of a side who said something in a month. */
record Group(Side side, YearMonth month) {}
