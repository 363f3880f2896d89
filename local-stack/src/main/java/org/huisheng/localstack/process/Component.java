package org.huisheng.localstack.process;

import java.time.Duration;

/** Something that runs as a process of its own: a server or a service. */
public interface Component {

    String name();

    /** Brings files into order before every start; may be cut off and called again. */
    void prepare();

    Launch launch();

    boolean isReady();

    Duration startLimit();
}
