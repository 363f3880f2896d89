package org.huisheng.kit.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A process of its own that prints a page: {@code PrintedElsewhere PAGE MOMENT PDF}. */
final class PrintedElsewhere {

    private PrintedElsewhere() {}

    public static void main(String[] arguments) throws IOException {
        var html = Files.readString(Path.of(arguments[0]));
        var pdf = new Press(new Typefaces(Optional.empty())).pdf(html, Instant.parse(arguments[1]));
        Files.write(Path.of(arguments[2]), pdf);
    }

    /** The same page as another process prints it. */
    static byte[] printed(Path folder, String html, Instant made) throws IOException, InterruptedException {
        var page = Files.writeString(folder.resolve("page.html"), html);
        var pdf = folder.resolve("page.pdf");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintedElsewhere.class.getName(),
                        page.toString(),
                        made.toString(),
                        pdf.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError(Files.readString(folder.resolve("log")));
        }
        return Files.readAllBytes(pdf);
    }
}
