package org.huisheng.feedback.process;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A step as it is kept. @param number from 1 on; null of one that was given up */
@Embeddable
record StepPlace(
        @Nullable Integer number,
        String name,
        @Nullable String nameEn,
        @Nullable String post) {

    static StepPlace at(int number, Step step) {
        return new StepPlace(number, step.name(), step.nameEn(), step.post());
    }

    StepPlace givenUp() {
        return new StepPlace(null, name, nameEn, post);
    }

    boolean isTaken() {
        return number != null;
    }

    int order() {
        return number == null ? Integer.MAX_VALUE : number;
    }

    Step as(String code) {
        return new Step(code, name, nameEn, post);
    }
}
