package org.huisheng.feedback.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.attachment.Attachment;
import org.huisheng.feedback.attachment.Holder.OfProject;
import org.huisheng.feedback.attachment.KeepFiles;
import org.huisheng.feedback.attachment.KeepFiles.Kept;
import org.huisheng.feedback.attachment.PutBeside;
import org.huisheng.feedback.attachment.Upload;
import org.huisheng.kit.security.Caller;

/** What shows how a project went: photographs, minutes, plans. */
@ApplicationScoped
class AttachProof {

    private final RootProjects projects;
    private final PutBeside putBeside;
    private final KeepFiles files;
    private final Caller caller;

    AttachProof(RootProjects projects, PutBeside putBeside, KeepFiles files, Caller caller) {
        this.projects = projects;
        this.putBeside = putBeside;
        this.files = files;
        this.caller = caller;
    }

    Kept add(UUID id, Upload upload) throws IOException {
        return putBeside.put(
                new OfProject(id),
                upload,
                () -> caller.requireDepartment(projects.require(id).department()),
                (file, act) -> {
                    projects.hold(id).filed(act.at());
                    var words = file.name() + " " + file.fingerprint();
                    projects.getEntityManager()
                            .persist(new ProjectEntry(id, act.at(), act.actor(), ProjectStep.FILE_ADDED, words));
                });
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
