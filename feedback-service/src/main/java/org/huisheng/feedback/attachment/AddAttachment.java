package org.huisheng.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.huisheng.feedback.attachment.Holder.OfCase;
import org.huisheng.feedback.attachment.KeepFiles.Kept;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.Noting;

/** Puts a file beside a case. */
@ApplicationScoped
class AddAttachment {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final PutBeside putBeside;

    AddAttachment(Cases cases, CaseAccess access, CaseJournal journal, PutBeside putBeside) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.putBeside = putBeside;
    }

    Kept add(UUID id, Upload upload) throws IOException {
        return putBeside.put(new OfCase(id), upload, () -> access.requireInvolved(cases.require(id)), (file, act) -> {
            var matter = cases.require(id);
            access.requireInvolved(matter);
            cases.holdAsItIs(matter);
            journal.record(Noting.attach(matter, file.id(), file.fingerprint(), act));
        });
    }
}
