package org.huisheng.kpi.seal;

import java.time.Instant;
import org.huisheng.kpi.period.Period;

/** Somebody wants a period sealed, and it takes a second person. */
record SealRequest(Period period, String requestedBy, Instant requestedAt, Instant expiresAt) {}
