package org.huisheng.feedback.duty;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** How well a duty was performed. @param kept where it is only a question of yes or no, which count as 100 and 0 */
@Embeddable
record Score(
        BigDecimal score, @Nullable Boolean kept, @Nullable String note) {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    static Score check(Checks checks, @Nullable BigDecimal score, @Nullable Boolean kept, @Nullable String note) {
        var words = checks.optionalText("/note", note, 2000);
        if ((score == null) == (kept == null)) {
            checks.add("/score", "score-or-kept");
        } else if (score != null && !isOnScale(score)) {
            checks.add("/score", "bad-score", DECIMALS);
        }
        var value = score == null ? (Boolean.TRUE.equals(kept) ? MOST : BigDecimal.ZERO) : score;
        return new Score(isOnScale(value) ? value.setScale(DECIMALS) : BigDecimal.ZERO, kept, words);
    }

    /** Digits first: arithmetic on 1e999999999 would take for ever. */
    private static boolean isOnScale(BigDecimal score) {
        return Math.abs((long) score.scale()) <= DECIMALS
                && score.precision() <= 5
                && score.signum() >= 0
                && score.compareTo(MOST) <= 0;
    }
}
