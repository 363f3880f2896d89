package org.huisheng.kit.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Goes along the chain, or along a piece of it, and notes where it is not what was written. */
final class AuditChain {

    /** What is wrong. */
    enum LogFlaw {
        /** There is no entry at this place, and later ones are. */
        MISSING,
        /** The entry is not what it was, or does not follow the one before it. */
        ALTERED,
        /** The log does not end where it did when its last entry was linked. */
        CUT,
        /** The entry here does not have the hash somebody wrote down outside. */
        ANOTHER_HEAD
    }

    /** @param position of the entry that is wrong; for {@code CUT} of the last one there is */
    record LogFinding(long position, LogFlaw flaw) {}

    /** Where a chain ends or ended. */
    record Head(long position, byte[] hash) {}

    private static final int MOST_FINDINGS = 100;

    private final List<LogFinding> findings = new ArrayList<>();
    private long position;
    private byte[] hash;

    /** @param before the entry before the first one to be read */
    AuditChain(Head before) {
        this.position = before.position();
        this.hash = before.hash();
    }

    /** The following entry. After a flaw it goes on from what is stored, so that one flaw is not found all the way down. */
    void read(LinkedEntry linked) {
        if (linked.position() != position + 1) {
            found(position + 1, LogFlaw.MISSING);
        } else if (!Arrays.equals(linked.entry().hash(hash, linked.position()), linked.hash())) {
            found(linked.position(), LogFlaw.ALTERED);
        }
        position = linked.position();
        hash = linked.hash();
    }

    /** After the last entry of all. */
    void endsAt(Head head) {
        if (position != head.position() || !Arrays.equals(hash, head.hash())) {
            found(position, LogFlaw.CUT);
        }
    }

    void found(long where, LogFlaw flaw) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new LogFinding(where, flaw));
        }
    }

    /** The last entry read. */
    Head head() {
        return new Head(position, hash);
    }

    List<LogFinding> findings() {
        return List.copyOf(findings);
    }
}
