package org.huisheng.feedback.attachment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.attachment.Holder.OfCase;
import org.huisheng.feedback.attachment.KeepFiles.Kept;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.Noting;

/** Puts a file beside a case. Its row and the step that names its hash are one transaction, which makes it a file. */
@ApplicationScoped
class AddAttachment {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final KeepFiles files;
    private final Clock clock;

    AddAttachment(Cases cases, CaseAccess access, CaseJournal journal, KeepFiles files, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.files = files;
        this.clock = clock;
    }

    /** Two transactions, with the way to the store between them: no connection waits for it. */
    Kept add(UUID caseId, Upload upload) throws IOException {
        var known = QuarkusTransaction.requiringNew().call(() -> {
            access.requireInvolved(cases.require(caseId));
            return files.known(new OfCase(caseId), upload);
        });
        if (known.isPresent()) {
            return known.get();
        }
        var brought = files.bring(upload);
        return QuarkusTransaction.requiringNew().call(() -> attach(caseId, brought));
    }

    private Kept attach(UUID caseId, Brought brought) throws IOException {
        var matter = cases.require(caseId);
        access.requireInvolved(matter);
        var act = new Act(access.actor(), clock.instant(), null, null);
        var kept = files.keep(new OfCase(caseId), brought, act);
        if (kept.isNew()) {
            // Only now: nobody else's step has to wait, or is lost, while the bytes come in.
            cases.holdAsItIs(matter);
            var attachment = kept.attachment();
            journal.record(Noting.attach(matter, attachment.id(), attachment.fingerprint(), act));
        }
        return kept;
    }
}
