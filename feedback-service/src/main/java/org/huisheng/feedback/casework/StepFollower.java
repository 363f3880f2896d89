package org.huisheng.feedback.casework;

/** Goes on with something in the transaction of a step, once all of the step is written. */
public interface StepFollower {

    void follow(Case matter, TimelineEntry entry);
}
