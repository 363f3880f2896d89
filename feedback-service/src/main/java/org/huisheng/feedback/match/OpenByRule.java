package org.huisheng.feedback.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.intake.Intake;
import org.huisheng.feedback.intake.Source;
import org.huisheng.feedback.opening.OpenCase;
import org.huisheng.feedback.opening.OpenCase.Wanted;
import org.huisheng.feedback.rule.Opens;
import org.huisheng.feedback.rule.RuleVersions;
import org.huisheng.kit.platform.Uuid7;
import org.jspecify.annotations.Nullable;

/**
 * Opens the case a rule asks for, once however often it is heard that it matched: what was heard, which case it has, and
 * the case itself are rows of one transaction, and the first two have keys.
 */
@ApplicationScoped
class OpenByRule {

    private final RuleVersions rules;
    private final RuleCases ruleCases;
    private final OpenCase openCase;
    private final CaseJournal journal;
    private final Departments departments;
    private final Clock clock;

    OpenByRule(
            RuleVersions rules,
            RuleCases ruleCases,
            OpenCase openCase,
            CaseJournal journal,
            Departments departments,
            Clock clock) {
        this.rules = rules;
        this.ruleCases = ruleCases;
        this.openCase = openCase;
        this.journal = journal;
        this.departments = departments;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void open(Matched matched) {
        var act = new Act(Act.RULE, clock.instant(), null, null);
        if (!ruleCases.isNew(matched, act.at())) {
            return;
        }
        var rule = rules.require(matched.ruleId(), matched.ruleVersion());
        var caseId = Uuid7.at(act.at());
        if (ruleCases.claim(matched, matched.key(rule.once()), caseId)) {
            open(caseId, matched, rule.opens(), act);
        }
    }

    private void open(UUID caseId, Matched matched, Opens opens, Act act) {
        var matter = openCase.register(caseId, new Wanted(intake(matched, opens), opens.severity() != null), act);
        var department = department(matched, opens);
        // Without one, or with one that is gone by now, it waits for the office like any other.
        if (department != null && departments.isActive(department)) {
            journal.record(matter.assign(department, act));
        }
    }

    private static @Nullable String department(Matched matched, Opens opens) {
        return opens.department() == null ? matched.department() : opens.department();
    }

    private static Intake intake(Matched matched, Opens opens) {
        return new Intake(
                matched.side(),
                opens.category(),
                opens.severity() == null ? Severity.NORMAL : opens.severity(),
                opens.title(),
                opens.description(),
                matched.occurredAt(),
                null,
                new Source("Rule", matched.ruleId() + "/" + matched.ruleVersion()),
                matched.responseId());
    }
}
