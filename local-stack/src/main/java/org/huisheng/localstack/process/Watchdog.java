package org.huisheng.localstack.process;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends the processes given to it once this JVM is gone, even when it was killed. A shell reads their names from a pipe that only this
 * JVM holds; the end of the pipe is the end of the JVM.
 */
public final class Watchdog {

    private static final String SCRIPT = """
            guarded=
            while read -r verb pid ticks; do
              case $verb in
                guard) guarded="$guarded $pid:$ticks" ;;
              esac
            done
            for entry in $guarded; do
              pid=${entry%%:*}
              read -r stat 2>/dev/null <"/proc/$pid/stat" || continue
              set -- ${stat##*) }
              shift 19
              [ "$1" = "${entry##*:}" ] && kill -9 "$pid"
            done
            """;

    private final BufferedWriter pipe;

    public Watchdog() {
        try {
            var shell = new ProcessBuilder("setsid", "sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            pipe = new BufferedWriter(shell.outputWriter(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void guard(ProcessIdentity process) {
        try {
            pipe.write("guard %d %d%n".formatted(process.pid(), process.startTicks()));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
