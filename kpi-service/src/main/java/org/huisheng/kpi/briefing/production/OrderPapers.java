package org.huisheng.kpi.briefing.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huisheng.kpi.briefing.paper.PaperLanguage;

/** Has the papers of an issue made, unless they are being made or are for ever. */
@ApplicationScoped
public class OrderPapers {

    private final Productions productions;
    private final Clock clock;

    OrderPapers(Productions productions, Clock clock) {
        this.productions = productions;
        this.clock = clock;
    }

    /**
     * @param published whether the issue does not change any more
     * @param version of the issue now
     */
    @Transactional
    public Production order(UUID briefing, boolean published, long version, PaperLanguage language) {
        var present = productions.find(briefing, language);
        if (present.isPresent() && present.get().standsFor(published, version)) {
            return present.get();
        }
        productions.begin(briefing, language, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return productions.find(briefing, language).orElseThrow();
    }
}
