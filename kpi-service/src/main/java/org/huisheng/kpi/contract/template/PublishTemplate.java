package org.huisheng.kpi.contract.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.contract.template.TemplateRules.Sound;

/** Makes a sound proposal the next version of its template. */
@ApplicationScoped
class PublishTemplate {

    private final ContractTemplates templates;
    private final StandardTemplate standardTemplate;
    private final Contracts contracts;
    private final AuditTrail trail;
    private final Clock clock;

    PublishTemplate(
            ContractTemplates templates,
            StandardTemplate standardTemplate,
            Contracts contracts,
            AuditTrail trail,
            Clock clock) {
        this.templates = templates;
        this.standardTemplate = standardTemplate;
        this.contracts = contracts;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    ContractTemplate publish(TemplateProposal proposal, String by) {
        return publish(new TemplateRules(contracts.standardDimensions()).check(proposal), by);
    }

    /** The standard template, as it was published the last time it said the same. */
    @Transactional
    ContractTemplate standard(String by) {
        var sound = new TemplateRules(contracts.standardDimensions()).check(standardTemplate.proposal());
        return templates.latestLike(sound).orElseGet(() -> publish(sound, by));
    }

    private ContractTemplate publish(Sound sound, String by) {
        var version = templates.latestVersion(sound.code()) + 1;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var template = new ContractTemplate(
                Uuid7.at(now), sound.code(), version, sound.name(), sound.nameEn(), now, by, sound.content());
        templates.add(template);
        trail.makes(template.id());
        return template;
    }
}
