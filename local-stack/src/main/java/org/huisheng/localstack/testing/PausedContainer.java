package org.huisheng.localstack.testing;

import org.testcontainers.DockerClientFactory;

/** A container that is frozen instead of stopped, because a stopped one comes back on another port. */
final class PausedContainer implements TestServer {

    private final String id;

    PausedContainer(String id) {
        this.id = id;
    }

    @Override
    public void start() {
        DockerClientFactory.instance().client().unpauseContainerCmd(id).exec();
    }

    @Override
    public void stop() {
        DockerClientFactory.instance().client().pauseContainerCmd(id).exec();
    }

    @Override
    public void kill() {
        stop();
    }
}
