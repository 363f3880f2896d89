package org.huisheng.kit.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys of problem texts: those there are, and those a service's sources ask for. */
public final class ProblemKeys {

    private ProblemKeys() {}

    public static Set<String> of(String bundle) {
        var texts = new Properties();
        try (var stream = ProblemKeys.class.getResourceAsStream("/" + bundle + ".properties");
                var reader = new InputStreamReader(Objects.requireNonNull(stream, bundle), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts.stringPropertyNames();
    }

    /** The service's own and the kit's. */
    public static Set<String> known() {
        var known = new TreeSet<>(of("problems"));
        known.addAll(of("kit-problems"));
        return known;
    }

    /** @param code its first group is the code, as it stands in the sources of the module under test */
    public static Set<String> askedFor(String prefix, Pattern code) {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> code.matcher(read(file)).results())
                    .map(match -> prefix + match.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
