package org.huisheng.feedback.casework;

/** Hears of each step of a case in the transaction of the step, before anything is written. */
public interface StepObserver {

    void observe(Case matter, TimelineEntry entry);
}
