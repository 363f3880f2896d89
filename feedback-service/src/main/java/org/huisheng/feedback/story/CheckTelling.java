package org.huisheng.feedback.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.attachment.Holder.OfStory;
import org.huisheng.feedback.attachment.KeepFiles;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.outcome.Identifying;
import org.huisheng.feedback.outcome.Identifying.Known;
import org.huisheng.feedback.outcome.WhatIsKnown;
import org.huisheng.feedback.project.TellProject;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;

/** Whether a story may be told at all: of things that are over, and without anybody who could be found by it. */
@ApplicationScoped
class CheckTelling {

    private final Cases cases;
    private final CaseAccess access;
    private final WhatIsKnown whatIsKnown;
    private final TellProject tellProject;
    private final Departments departments;
    private final KeepFiles files;

    CheckTelling(
            Cases cases,
            CaseAccess access,
            WhatIsKnown whatIsKnown,
            TellProject tellProject,
            Departments departments,
            KeepFiles files) {
        this.cases = cases;
        this.access = access;
        this.whatIsKnown = whatIsKnown;
        this.tellProject = tellProject;
        this.departments = departments;
        this.files = files;
    }

    /** For whoever writes: what it is written from has to be theirs to read, and its pictures beside it. */
    @Transactional(TxType.MANDATORY)
    void written(UUID story, Telling telling) {
        departments.requireActive("/department", telling.department());
        var sources = telling.cases().stream().map(cases::require).toList();
        sources.forEach(access::requireInvolved);
        sources.forEach(CheckTelling::requireClosed);
        telling.projects().forEach(tellProject::requireEvaluated);
        requirePictures(story, telling);
        requireNobodyIn(telling, sources);
    }

    /** For whoever reads it: what is known may have become more since it was written. */
    @Transactional(TxType.MANDATORY)
    void read(Telling telling) {
        requireNobodyIn(telling, telling.cases().stream().map(cases::require).toList());
    }

    static void requireClosed(Case matter) {
        if (matter.status() != CaseStatus.CLOSED) {
            throw new Conflict("story-too-early", matter.id());
        }
    }

    private void requirePictures(UUID story, Telling telling) {
        var beside = files.of(new OfStory(story));
        for (var i = 0; i < telling.pictures().size(); i++) {
            var wanted = telling.pictures().get(i).picture();
            if (beside.stream().noneMatch(file -> file.id().equals(wanted))) {
                throw new RuleViolated(
                        List.of(new Violation("/pictures/" + i + "/picture", "unknown-picture", wanted)));
            }
        }
    }

    /** Numbers and addresses are found whatever it was written from, names by what its cases know. */
    private void requireNobodyIn(Telling telling, List<Case> sources) {
        var found = new LinkedHashSet<>(Identifying.in(telling.texts(), Known.NOTHING));
        for (var source : sources) {
            found.addAll(Identifying.in(telling.texts(), whatIsKnown.about(source)));
        }
        if (!found.isEmpty()) {
            throw new RuleViolated(List.copyOf(found));
        }
    }
}
