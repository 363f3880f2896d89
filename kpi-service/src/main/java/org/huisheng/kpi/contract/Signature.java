package org.huisheng.kpi.contract;

import java.time.Instant;

/** That somebody agreed for their party. */
public record Signature(Party party, String signedBy, Instant signedAt) {}
