package org.huisheng.feedback.casework;

import java.util.List;

/**
 * A case with its timeline, read in one transaction.
 *
 * @param personal whether the caller may see personal data and internal notes
 */
public record CaseFile(Case matter, List<TimelineEntry> timeline, boolean personal) {

    public CaseFile {
        timeline = List.copyOf(timeline);
    }
}
