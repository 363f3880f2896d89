package org.huisheng.kpi.observation;

import java.time.YearMonth;
import org.huisheng.events.Side;

/** What observations are counted together by. */
public record CellKey(YearMonth month, String department, String metric, Side side) {}
