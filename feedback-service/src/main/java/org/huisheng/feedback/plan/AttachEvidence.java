package org.huisheng.feedback.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.attachment.Attachment;
import org.huisheng.feedback.attachment.Holder.OfPlanTask;
import org.huisheng.feedback.attachment.KeepFiles;
import org.huisheng.feedback.attachment.KeepFiles.Kept;
import org.huisheng.feedback.attachment.PutBeside;
import org.huisheng.feedback.attachment.Upload;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.security.Caller;

/** What shows that a task was done, as a file: it counts as evidence like a reference to a document does. */
@ApplicationScoped
class AttachEvidence {

    private final PlanTasks tasks;
    private final PutBeside putBeside;
    private final KeepFiles files;
    private final Caller caller;

    AttachEvidence(PlanTasks tasks, PutBeside putBeside, KeepFiles files, Caller caller) {
        this.tasks = tasks;
        this.putBeside = putBeside;
        this.files = files;
        this.caller = caller;
    }

    Kept add(UUID id, Upload upload) throws IOException {
        return putBeside.put(new OfPlanTask(id), upload, () -> requireMine(id), (file, act) -> {
            var task = tasks.hold(id);
            if (task.evidence() >= Evidence.MOST) {
                throw new Conflict("too-much-plan-evidence", Evidence.MOST);
            }
            task.evidenced(act.at());
            var words = file.name() + " " + file.fingerprint();
            tasks.getEntityManager().persist(new PlanEntry(id, act.at(), act.actor(), PlanStep.EVIDENCE_ADDED, words));
        });
    }

    @Transactional
    List<Attachment> of(UUID id) {
        requireMine(id);
        return files.of(new OfPlanTask(id));
    }

    @Transactional
    Attachment one(UUID id, UUID attachment) {
        requireMine(id);
        return files.require(new OfPlanTask(id), attachment);
    }

    private void requireMine(UUID id) {
        caller.requireDepartment(tasks.require(id).department());
    }
}
