package org.huisheng.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** {@code bench [name…|all] [flags]}. */
public final class Main {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench: " + wrong.getMessage());
            System.err.print(Options.usage());
            System.exit(USAGE);
            return;
        }
        if (options.benchmarks().isEmpty()) {
            System.out.print(Options.usage());
        }
        var failed = new ArrayList<String>();
        for (var benchmark : options.benchmarks()) {
            try {
                if (!benchmark.run(options)) {
                    failed.add(benchmark.label() + " (lost or doubled)");
                }
            } catch (IOException | SQLException failure) {
                failure.printStackTrace();
                failed.add(benchmark.label() + " (not measured)");
            }
        }
        if (!failed.isEmpty()) {
            System.err.println("bench: failed: " + String.join(", ", failed));
            System.exit(FAILED);
        }
    }
}
