package org.huisheng.feedback.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.Timeline;
import org.huisheng.feedback.reading.CaseList.Filter;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.jspecify.annotations.Nullable;

/** Reads what the caller may see. */
@ApplicationScoped
class ReadCases {

    private final Cases cases;
    private final Timeline timeline;
    private final CaseList list;
    private final CaseJournal journal;
    private final CaseAccess access;

    ReadCases(Cases cases, Timeline timeline, CaseList list, CaseJournal journal, CaseAccess access) {
        this.cases = cases;
        this.timeline = timeline;
        this.list = list;
        this.journal = journal;
        this.access = access;
    }

    @Transactional
    CaseFile one(UUID id) {
        var matter = cases.require(id);
        access.requireReader(matter);
        return journal.file(matter);
    }

    @Transactional
    CaseFile timelineAfter(UUID id, int seq) {
        var matter = cases.require(id);
        access.requireReader(matter);
        return new CaseFile(
                matter, timeline.of(id, seq), access.seesPersonalData(matter), access.seesResponses(), List.of());
    }

    /** A liaison's list is narrowed to their department; asking for another is refused rather than left empty. */
    @Transactional
    List<Case> newest(Filter filter, @Nullable CaseCursor after, int limit) {
        var scope = access.scope();
        if (scope.isPresent()) {
            var asked = filter.department();
            if (asked != null && !asked.equals(scope.get())) {
                throw new NotAllowed("foreign-department");
            }
            return list.newest(filter.within(scope.get()), after, limit);
        }
        return list.newest(filter, after, limit);
    }
}
