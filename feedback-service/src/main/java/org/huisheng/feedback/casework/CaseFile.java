package org.huisheng.feedback.casework;

import java.util.List;

/**
 * A case with its timeline, read in one transaction.
 *
 * @param personal whether the caller may see personal data and internal notes
 * @param traceable whether the caller may see which response the case came from
 */
public record CaseFile(
        Case matter, List<TimelineEntry> timeline, boolean personal, boolean traceable, List<ClockReading> clocks) {

    public CaseFile {
        timeline = List.copyOf(timeline);
        clocks = List.copyOf(clocks);
    }
}
