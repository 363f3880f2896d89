package org.huisheng.localstack.testing;

/** A server a test may take away and bring back, at the same address and with the same data. */
public interface TestServer {

    void start();

    void stop();

    /** As by {@code kill -9}. */
    void kill();
}
