package org.huisheng.localstack.backup;

/** No backup is taken, or none put back; the message is for the person at the terminal. */
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackupRefused(String message) {
        super(message);
    }
}
