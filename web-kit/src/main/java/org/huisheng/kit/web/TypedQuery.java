package org.huisheng.kit.web;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter whose value cannot be read is the caller's 400, naming it. The framework answers 404, as if the address
 * were wrong, which is right for the parts of a path only.
 */
@Provider
public class TypedQuery implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            UUID.class, UUID::fromString);

    /** As many as a page has when so many are wished for; fewer than one is no wish. */
    public static int limit(int wished, int largest) {
        if (wished < 1) {
            throw Malformed.query("limit", "out-of-range", 1, largest);
        }
        return Math.min(wished, largest);
    }

    private static Malformed unreadable(String name, Class<?> type) {
        if (type.isEnum()) {
            var constants = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return Malformed.query(name, "not-one-of", constants);
        }
        return Malformed.query(name, type == UUID.class ? "not-an-id" : "not-an-integer");
    }

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var reader = reader(type);
        return reader == null
                ? null
                : Stream.of(annotations)
                        .filter(QueryParam.class::isInstance)
                        .map(annotation -> new Named<T>(((QueryParam) annotation).value(), type, reader))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Function<String, ?> reader(Class<?> type) {
        return type.isEnum() ? text -> constant(type, text) : READERS.get(type);
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private record Named<T>(String name, Class<T> type, Function<String, ?> reader) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked") // a reader is found by the type it reads
        public T fromString(String text) {
            try {
                return (T) reader.apply(text);
            } catch (IllegalArgumentException unreadable) {
                throw unreadable(name, type);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
