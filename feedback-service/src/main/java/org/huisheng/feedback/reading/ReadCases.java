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
import org.huisheng.feedback.reading.CaseList.Searched;
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

    /** What the caller may list, so that it can be read page by page without asking who they are. */
    record Allowed(CaseFilter filter, Searched searched) {}

    /**
     * A liaison's list is narrowed to their department, or to what it has handed on; asking for another is refused rather
     * than left empty.
     */
    Allowed allowed(CaseFilter filter) {
        var searched = access.searchesWords() ? Searched.WORDS : Searched.TITLES;
        var scope = access.scope();
        if (scope.isEmpty() || scope.get().equals(filter.handedOnBy())) {
            return new Allowed(filter, searched);
        }
        var asked = filter.department();
        if (asked != null && !asked.equals(scope.get())) {
            throw new NotAllowed("foreign-department");
        }
        return new Allowed(filter.within(scope.get()), searched);
    }

    @Transactional
    List<Case> page(Allowed allowed, @Nullable CaseCursor after, int limit) {
        return list.page(allowed.filter(), allowed.searched(), after, limit);
    }
}
