package org.huisheng.feedback.confirmation;

import org.huisheng.feedback.intake.FieldDigest;
import org.jspecify.annotations.Nullable;

/** What the stakeholder says to a resolution. */
public sealed interface Answer {

    Outcome outcome();

    /** The stakeholder's own words. */
    @Nullable
    String words();

    /** Tells a repeated answer from another one. */
    byte[] digest();

    enum Outcome {
        CONFIRMED,
        DISPUTED
    }

    record Confirmed(int rating, @Nullable String words) implements Answer {
        @Override
        public Outcome outcome() {
            return Outcome.CONFIRMED;
        }

        @Override
        public byte[] digest() {
            return FieldDigest.of(outcome(), rating, words);
        }
    }

    record Disputed(String words) implements Answer {
        @Override
        public Outcome outcome() {
            return Outcome.DISPUTED;
        }

        @Override
        public byte[] digest() {
            return FieldDigest.of(outcome(), words);
        }
    }
}
