package org.huisheng.localstack.process;

/** A component did not come up; the message is for the person at the terminal. */
public final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailed(String message) {
        super(message);
    }
}
