package org.huisheng.feedback.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.casework.Noting;
import org.huisheng.feedback.category.Categories;
import org.huisheng.feedback.correction.Correction.OfCategory;
import org.huisheng.feedback.correction.Correction.OfSeverity;

/** Puts right how bad a case is, or what it is about. */
@ApplicationScoped
class CorrectCase {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final Categories categories;
    private final Clock clock;

    CorrectCase(Cases cases, CaseAccess access, CaseJournal journal, Categories categories, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.categories = categories;
        this.clock = clock;
    }

    @Transactional
    CaseFile correct(UUID id, ExpectedVersion expected, Correction correction, String reason) {
        var matter = cases.require(id);
        access.requireOutsider(matter);
        expected.verify(matter);
        var act = new Act(access.actor(), clock.instant(), reason, null);
        return switch (correction) {
            case OfSeverity change -> journal.recorded(matter, Noting.changeSeverity(matter, change.severity(), act));
            case OfCategory change -> {
                categories.used(change.category(), id, act.at());
                yield journal.recorded(matter, Noting.changeCategory(matter, change.category(), act));
            }
        };
    }
}
