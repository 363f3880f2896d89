package org.huisheng.kpi.live;

import org.huisheng.kpi.web.Answers;
import org.jspecify.annotations.Nullable;

/** The answer to a question at one moment; a part nobody asked for is null. */
record Figures(@Nullable Part scores, @Nullable Part rates) {

    /** Equal if its bytes are. */
    record Part(String digest, byte[] json) {

        static Part of(byte[] json) {
            return new Part(Answers.digest(json), json);
        }

        boolean is(@Nullable String known) {
            return digest.equals(known);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Part part && part.digest.equals(digest);
        }

        @Override
        public int hashCode() {
            return digest.hashCode();
        }
    }
}
