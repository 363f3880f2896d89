package org.huisheng.localstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Something that runs as a process of its own: a server or a service. */
public interface Component {

    String name();

    /** Brings files into order before every start; may be cut off and called again. */
    void prepare();

    Launch launch();

    /** Where it says what it does, and why it could not start. */
    default List<Path> logs() {
        return List.of(launch().output());
    }

    boolean isReady();

    Duration startLimit();
}
