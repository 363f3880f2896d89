package org.huisheng.kit.audit;

/** An entry at its place in the chain. */
record LinkedEntry(long position, AuditEntry entry, byte[] hash) {

    static LinkedEntry after(byte[] previous, long position, AuditEntry entry) {
        return new LinkedEntry(position, entry, entry.hash(previous, position));
    }
}
