package org.huisheng.kpi.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.huisheng.kpi.briefing.edition.CompileEdition;
import org.huisheng.kpi.briefing.edition.Edition;
import org.huisheng.kpi.briefing.production.Issues;
import org.huisheng.kpi.period.Period;

/** An issue with its figures: as it was published, or as it would be now. */
@ApplicationScoped
class ReadEdition implements Issues {

    private final Briefings briefings;
    private final CompileEdition compileEdition;

    ReadEdition(Briefings briefings, CompileEdition compileEdition) {
        this.briefings = briefings;
        this.compileEdition = compileEdition;
    }

    @Override
    public Compiled compiled(UUID id) {
        var briefing = briefings.require(id);
        return new Compiled(of(briefing), briefing.version());
    }

    Edition of(Briefing briefing) {
        var published = briefing.edition();
        return published == null
                ? compileEdition.compile(Period.parse(briefing.period()), BriefingView.content(briefing), null)
                : Edition.read(published);
    }
}
