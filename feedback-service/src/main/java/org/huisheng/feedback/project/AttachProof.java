package org.huisheng.feedback.project;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.attachment.Attachment;
import org.huisheng.feedback.attachment.Brought;
import org.huisheng.feedback.attachment.Holder.OfProject;
import org.huisheng.feedback.attachment.KeepFiles;
import org.huisheng.feedback.attachment.KeepFiles.Kept;
import org.huisheng.feedback.attachment.Upload;
import org.huisheng.feedback.casework.Act;
import org.huisheng.kit.security.Caller;

/** What shows how a project went: photographs, minutes, plans. */
@ApplicationScoped
class AttachProof {

    private final RootProjects projects;
    private final KeepFiles files;
    private final Caller caller;
    private final Clock clock;

    AttachProof(RootProjects projects, KeepFiles files, Caller caller, Clock clock) {
        this.projects = projects;
        this.files = files;
        this.caller = caller;
        this.clock = clock;
    }

    /** Row and the line that names its hash are one transaction; the way to the store lies before it. */
    Kept add(UUID id, Upload upload) throws IOException {
        var known = QuarkusTransaction.requiringNew().call(() -> {
            caller.requireDepartment(projects.require(id).department());
            return files.known(new OfProject(id), upload);
        });
        if (known.isPresent()) {
            return known.get();
        }
        var brought = files.bring(upload);
        return QuarkusTransaction.requiringNew().call(() -> attach(id, brought));
    }

    private Kept attach(UUID id, Brought brought) throws IOException {
        var act = new Act(caller.name(), clock.instant(), null, null);
        var kept = files.keep(new OfProject(id), brought, act);
        if (kept.isNew()) {
            // Only now: nobody else's step has to wait, or is lost, while the bytes come in.
            projects.hold(id).filed(act.at());
            var words = kept.attachment().name() + " " + kept.attachment().fingerprint();
            projects.getEntityManager()
                    .persist(new ProjectEntry(id, act.at(), act.actor(), ProjectStep.FILE_ADDED, words));
        }
        return kept;
    }

    @Transactional
    List<Attachment> of(UUID id) {
        projects.require(id);
        return files.of(new OfProject(id));
    }

    @Transactional
    Attachment one(UUID id, UUID attachment) {
        projects.require(id);
        return files.require(new OfProject(id), attachment);
    }
}
