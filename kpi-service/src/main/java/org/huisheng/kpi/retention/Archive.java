package org.huisheng.kpi.retention;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A month whose observations are kept outside: what has to be known to trust the file.
 *
 * @param name of the file, as whoever keeps it calls it
 * @param sha256 of the file as it was read here, not compressed, in hexadecimal
 * @param observations how many lines it has after the header
 * @param sealSequence the seal that holds the month's figures
 */
record Archive(
        YearMonth month,
        String name,
        String sha256,
        long observations,
        long sealSequence,
        String sealHash,
        String archivedBy,
        Instant archivedAt) {}
