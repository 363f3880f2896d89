package org.huisheng.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * In all tests of a service that has one, as a provider: what succeeds is answered with a status and a media type that the
 * service's OpenAPI document has for it. Refusals are described by the gateway, for all operations alike.
 */
public abstract class AnswersAreDocumented implements ContainerResponseFilter {

    private static final int FIRST_REFUSAL = 400;
    private static final String ANY_FILE = "application/octet-stream";

    private record Operation(String method, String path, Predicate<String> matches, JsonNode answers) {
        static Stream<Operation> of(String path, JsonNode methods) {
            var pattern = Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
            return methods.properties().stream()
                    .map(method -> new Operation(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path,
                            pattern.asMatchPredicate(),
                            method.getValue().path("responses")));
        }

        int variables() {
            return path.split("\\{", -1).length;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final List<Operation> operations;

    /** @param document the service's own, as JSON */
    protected AnswersAreDocumented(byte[] document) {
        try {
            operations = new ObjectMapper()
                    .readTree(document).path("paths").properties().stream()
                            .flatMap(path -> Operation.of(path.getKey(), path.getValue()))
                            .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) throws IOException {
        var path = request.getUriInfo().getRequestUri().getPath();
        if (answer.getStatus() >= FIRST_REFUSAL) {
            return;
        }
        operations.stream()
                .filter(operation -> operation.method().equals(request.getMethod()))
                .filter(operation -> operation.matches().test(path))
                // The most literal one is meant: cases/assignments, not cases/{id}.
                .min((one, other) -> Integer.compare(one.variables(), other.variables()))
                .ifPresent(operation -> check(operation, answer));
    }

    private static void check(Operation operation, ContainerResponseContext answer) {
        var documented = operation.answers().path(String.valueOf(answer.getStatus()));
        if (documented.isMissingNode()) {
            throw new AssertionError(
                    operation + " is answered with " + answer.getStatus() + ", which is not documented");
        }
        var type = answer.getMediaType();
        if (answer.hasEntity() && type != null && !knows(documented, type.getType() + "/" + type.getSubtype())) {
            throw new AssertionError(operation + " is answered with " + type + ", which is not documented");
        }
    }

    private static boolean knows(JsonNode documented, String mediaType) {
        return documented.path("content").properties().stream()
                .anyMatch(content -> content.getKey().startsWith(mediaType)
                        || content.getKey().equals(ANY_FILE));
    }
}
