package org.huisheng.feedback.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.huisheng.feedback.attachment.store.Digests;
import org.huisheng.feedback.attachment.store.FileStore;
import org.huisheng.kit.problem.DomainException.Busy;
import org.jboss.logging.Logger;

/**
 * A file on its way out. The last piece is held back until all of it is known to be what was stored: who gets a whole
 * file has the right one.
 */
final class Outgoing {

    private static final Logger LOG = Logger.getLogger(Outgoing.class);

    private final Attachment attachment;
    private final FileStore store;
    private final MessageDigest digest = Digests.sha256();
    private long read;
    private byte[] held = new byte[0];

    private Outgoing(Attachment attachment, FileStore store) {
        this.attachment = attachment;
        this.store = store;
    }

    /**
     * With its first piece at hand: whether the store answers is known before the answer begins.
     *
     * @throws Busy if it does not
     */
    static Outgoing begun(Attachment attachment, FileStore store) throws IOException {
        var outgoing = new Outgoing(attachment, store);
        outgoing.next();
        return outgoing;
    }

    void write(OutputStream out) throws IOException {
        while (read < attachment.size()) {
            out.write(held);
            try {
                next();
            } catch (Busy silence) {
                throw new IOException(silence); // the answer has begun: only its end can tell that it is not whole
            }
        }
        if (!MessageDigest.isEqual(digest.digest(), attachment.sha256())) {
            throw notWhatWasStored();
        }
        out.write(held);
    }

    private void next() throws IOException {
        held = store.read(attachment.id(), read);
        if (held.length == 0) {
            throw notWhatWasStored();
        }
        digest.update(held);
        read += held.length;
    }

    private IOException notWhatWasStored() {
        LOG.errorf("Attachment %s is not what was stored", attachment.id());
        return new IOException("Not what was stored");
    }
}
