package org.huisheng.feedback.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.category.Categories;
import org.huisheng.feedback.intake.Intake;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.Nullable;

/** Registers what a stakeholder asks for, once however often the client tries. */
@ApplicationScoped
public class OpenCase {

    private final Cases cases;
    private final CaseJournal journal;
    private final CaseAccess access;
    private final Categories categories;
    private final Clock clock;

    OpenCase(Cases cases, CaseJournal journal, CaseAccess access, Categories categories, Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.access = access;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * @param request the words of the client, which a retry repeats
     * @param rated whether the client says how bad it is
     * @param notAfter a date it is due by in any case, which somebody else has set
     * @param contactBy the department whose people say how the stakeholder is reached
     */
    public record Wanted(
            Intake request,
            boolean rated,
            @Nullable Instant notAfter,
            @Nullable String contactBy) {

        public Wanted(Intake request, boolean rated) {
            this(request, rated, null, null);
        }

        public Wanted dueAtTheLatest(@Nullable Instant date) {
            return new Wanted(request, rated, date, contactBy);
        }

        public Wanted withContactBy(@Nullable String department) {
            return new Wanted(request, rated, notAfter, department);
        }
    }

    /** @param isNew false if this was a retry */
    public record Opened(CaseFile file, boolean isNew) {}

    @Transactional
    public Opened open(@Nullable UUID chosenId, Wanted wanted) {
        var intake = wanted.request();
        if (chosenId != null) {
            cases.inTurn(chosenId);
            var existing = cases.findById(chosenId);
            if (existing != null) {
                if (!existing.wasOpenedWith(intake)) {
                    throw new Conflict("case-differs", chosenId);
                }
                return new Opened(journal.file(existing), false);
            }
        }
        var act = new Act(access.actor(), clock.instant(), null, null);
        return new Opened(journal.file(register(chosenId == null ? Uuid7.at(act.at()) : chosenId, wanted, act)), true);
    }

    /** A new case, also where nobody is calling. */
    @Transactional(TxType.MANDATORY)
    public Case register(UUID id, Wanted wanted, Act act) {
        var intake = wanted.request();
        var matter = new Case(id, intake, act);
        matter.openedWithContactBy(wanted.contactBy());
        if (!wanted.rated()) {
            categories.severityOf(intake.category()).ifPresent(matter::presume);
        }
        if (wanted.notAfter() != null) {
            matter.dueAtTheLatest(wanted.notAfter());
        }
        var step = matter.open(act);
        cases.persist(matter);
        journal.record(step);
        categories.used(intake.category(), matter.id(), act.at());
        return matter;
    }
}
