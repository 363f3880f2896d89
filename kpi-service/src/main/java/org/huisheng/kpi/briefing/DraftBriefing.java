package org.huisheng.kpi.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kpi.briefing.template.BriefingTemplates;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.seal.frozen.CanonicalJson;

/** Begins the issue of a month with what the template has in it. There is one for each month. */
@ApplicationScoped
class DraftBriefing {

    private final Briefings briefings;
    private final BriefingTemplates templates;
    private final AuditTrail trail;
    private final Clock clock;

    DraftBriefing(Briefings briefings, BriefingTemplates templates, AuditTrail trail, Clock clock) {
        this.briefings = briefings;
        this.templates = templates;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    Briefing draft(Period month, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (month.from().isAfter(LocalDate.ofInstant(now, Period.ZONE))) {
            throw new RuleViolated("briefing-of-future", month.text());
        }
        briefings.hold();
        if (briefings.hasOf(month.text())) {
            throw new Conflict("briefing-exists", month.text());
        }
        var content = CanonicalJson.of(templates.present().content());
        var briefing = new Briefing(Uuid7.at(now), month.text(), content, by, now);
        briefings.persistAndFlush(briefing);
        trail.makes(briefing.id());
        return briefing;
    }
}
