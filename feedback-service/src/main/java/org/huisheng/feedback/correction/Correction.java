package org.huisheng.feedback.correction;

import org.huisheng.events.FeedbackEvent.Severity;

/** What is put right. */
sealed interface Correction {

    record OfSeverity(Severity severity) implements Correction {}

    record OfCategory(String category) implements Correction {}
}
