package org.huisheng.feedback.casework;

import java.util.List;
import java.util.UUID;

/** What the clocks of a case show. */
public interface ClockReadings {

    List<ClockReading> of(UUID caseId);
}
