package org.huisheng.survey.echo;

import java.time.Instant;
import java.util.List;

/**
 * A case as its respondent may see it: nothing by which it could be found elsewhere.
 *
 * @param since the beginning of the day of the last step
 * @param steps all of them, the first first
 */
public record PublicCase(PublicState state, Instant since, List<Step> steps) {

    public record Step(PublicState state, Instant since) {}

    static PublicCase of(List<Step> steps) {
        var last = steps.getLast();
        return new PublicCase(last.state(), last.since(), List.copyOf(steps));
    }
}
