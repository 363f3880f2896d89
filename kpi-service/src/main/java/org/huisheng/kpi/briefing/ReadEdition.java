package org.huisheng.kpi.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import org.huisheng.kpi.briefing.edition.CompileEdition;
import org.huisheng.kpi.briefing.edition.Edition;
import org.huisheng.kpi.period.Period;

/** An issue with its figures: as it was published, or as it would be now. */
@ApplicationScoped
class ReadEdition {

    private final CompileEdition compileEdition;

    ReadEdition(CompileEdition compileEdition) {
        this.compileEdition = compileEdition;
    }

    Edition of(Briefing briefing) {
        var published = briefing.edition();
        return published == null
                ? compileEdition.compile(Period.parse(briefing.period()), BriefingView.content(briefing), null)
                : Edition.read(published);
    }
}
