package org.huisheng.survey;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huisheng.kit.testing.EveryRefusalHasItsTexts;
import org.huisheng.kit.testing.ProblemKeys;
import org.huisheng.survey.expression.Refusal;

class ProblemTextsTest extends EveryRefusalHasItsTexts {

    private static final Pattern UNSUPPORTED = Pattern.compile("refuse\\((?:[^;\"]|\"[^\"]*\")*?\"([a-z-]+)\"\\)+;");

    @Override
    protected Set<String> examples() {
        return Set.of(
                "problem.campaign-full",
                "problem.unknown-device",
                "thing.kiosk",
                "violation.not-offered",
                "violation.unsupported-property",
                "violation.unsupported-expression-too-deep");
    }

    @Override
    protected Map<String, String> machines() {
        return Map.of("campaign", "org.huisheng.survey.campaign.CampaignStatus");
    }

    @Override
    protected Set<String> furtherKeys() {
        var keys = new TreeSet<>(ProblemKeys.askedFor("violation.unsupported-", UNSUPPORTED));
        for (var refusal : Refusal.values()) {
            keys.add("violation.unsupported-expression-"
                    + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        keys.remove("violation.unsupported-expression-");
        return keys;
    }
}
