package org.huisheng.kit.audit;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a service. Its name is made of its address, which clients rely on and which therefore stays:
 * {@code POST /v1/cases/{id}/assignment} is {@code cases.assignment.post}.
 *
 * @param subjectType the collection it is about, that is the first word of the address
 * @param parameters of the address, in its order
 * @param changes whether it may change anything
 */
record Operation(String action, String subjectType, List<String> parameters, boolean changes) {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)[^/]*}");
    private static final Pattern PREFIX = Pattern.compile("^/?(api/[a-z]+/)?v\\d+/");

    /** Empty if the method answers no HTTP method. */
    static Optional<Operation> of(Class<?> resource, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(http ->
                        of(path(resource.getAnnotation(Path.class), method.getAnnotation(Path.class)), http.value()));
    }

    private static Operation of(String path, String method) {
        var parameters =
                PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
        var words = Stream.of(path.split("/", -1))
                .filter(step -> !step.isEmpty() && !step.startsWith("{"))
                .toList();
        var changes = !List.of("GET", "HEAD", "OPTIONS").contains(method);
        var verb = changes ? method.toLowerCase(Locale.ROOT) : "read";
        var subjectType = words.isEmpty() ? "" : words.getFirst();
        return new Operation(String.join(".", words) + "." + verb, subjectType, parameters, changes);
    }

    private static String path(@Nullable Path ofResource, @Nullable Path ofMethod) {
        var whole = Stream.of(ofResource, ofMethod)
                .filter(Objects::nonNull)
                .map(Path::value)
                .reduce("", (before, path) -> before + "/" + path)
                .replaceAll("/+", "/");
        return PREFIX.matcher(whole).replaceFirst("");
    }
}
