package org.huisheng.survey.questionnaire;

import java.util.List;
import java.util.random.RandomGenerator;

/** Chance with a seed. */
record Dice(RandomGenerator random) {

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }
}
