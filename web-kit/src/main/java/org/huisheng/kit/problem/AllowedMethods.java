package org.huisheng.kit.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a refused method could have been instead: the framework does not tell, the service's own document does. */
final class AllowedMethods {

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");

    private record Address(Pattern pattern, Set<String> methods) {}

    /** Where the build leaves the document. */
    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

    private volatile @Nullable List<Address> addresses;

    String at(@Nullable String path) {
        var methods = new TreeSet<String>();
        for (var address : addresses()) {
            if (path != null && address.pattern().matcher(path).matches()) {
                methods.addAll(address.methods());
            }
        }
        return String.join(", ", methods);
    }

    private List<Address> addresses() {
        var known = addresses;
        if (known == null) {
            known = read();
            addresses = known;
        }
        return known;
    }

    private static List<Address> read() {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var document =
                (loader == null ? AllowedMethods.class.getClassLoader() : loader).getResourceAsStream(DOCUMENT)) {
            return document == null
                    ? List.of()
                    : new ObjectMapper()
                            .readTree(document).path("paths").properties().stream()
                                    .map(path -> address(path.getKey(), path.getValue()))
                                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Address address(String path, JsonNode operations) {
        var methods = new TreeSet<String>();
        METHODS.stream()
                .filter(method -> operations.has(method.toLowerCase(Locale.ROOT)))
                .forEach(methods::add);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return new Address(Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+")), methods);
    }
}
