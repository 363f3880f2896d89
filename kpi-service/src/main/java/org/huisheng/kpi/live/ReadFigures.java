package org.huisheng.kpi.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.huisheng.kpi.live.Figures.Part;
import org.huisheng.kpi.rate.RateSheets;
import org.huisheng.kpi.score.ScoreSheet;
import org.huisheng.kpi.score.Scorecards;
import org.huisheng.kpi.web.Answers;
import org.jspecify.annotations.Nullable;

/** Makes the bodies that {@code /v1/scores} and {@code /v1/rates} answer with, suppression included. */
@ApplicationScoped
class ReadFigures {

    private final Scorecards scorecards;
    private final RateSheets rateSheets;
    private final Answers answers;

    ReadFigures(Scorecards scorecards, RateSheets rateSheets, Answers answers) {
        this.scorecards = scorecards;
        this.rateSheets = rateSheets;
        this.answers = answers;
    }

    Figures of(Question question) {
        return new Figures(scores(question), rates(question));
    }

    private @Nullable Part scores(Question question) {
        if (!question.scores()) {
            return null;
        }
        var cards = scorecards.of(question.period(), question.department());
        return part(ScoreSheet.of(question.period(), cards, question.levels()));
    }

    private @Nullable Part rates(Question question) {
        return question.rates() ? part(rateSheets.of(question.period(), question.department())) : null;
    }

    private Part part(Object body) {
        return Part.of(answers.bytes(body));
    }
}
