package org.huisheng.kit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.resteasy.reactive.jackson.runtime.serialisers.ServerJacksonMessageBodyReader;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.huisheng.kit.platform.MissingFields;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * A request body that is a record has all its fields but those marked {@code @Nullable}; else 400, or 422 {@link ByRule},
 * naming each. It may be left out only where it may have no field and the method takes it as {@code @Nullable}.
 *
 * <p>A reader and not an interceptor: one of those makes every request, of whatever type, look up its method's
 * annotations by reflection.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class CompleteBody extends ServerJacksonMessageBodyReader {

    @Inject
    public CompleteBody(Instance<ObjectMapper> json) {
        super(json);
    }

    /**
     * For a body that may lack every field and yet not be left out.
     *
     * @throws Malformed if there is none
     */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw new Malformed("malformed");
        }
        return body;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord() && super.isReadable(type, generic, annotations, media);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType media) {
        return type.isRecord() && super.isReadable(type, generic, resource, media);
    }

    @Override
    public @Nullable Object readFrom(Class<Object> type, Type generic, MediaType media, ServerRequestContext context)
            throws IOException {
        var body = super.readFrom(type, generic, media, context);
        var missing = body instanceof Record record ? MissingFields.of(record) : MissingFields.ofNothing(type);
        if (body != null && !missing.isEmpty() && type.isAnnotationPresent(ByRule.class)) {
            throw new RuleViolated(required(missing));
        }
        if (!missing.isEmpty() || body == null && !mayBeLeftOut(type, context)) {
            throw incomplete(missing);
        }
        return body;
    }

    private static boolean mayBeLeftOut(Class<?> type, ServerRequestContext context) {
        return Stream.of(context.getResteasyReactiveResourceInfo().getMethod().getParameters())
                .filter(parameter -> parameter.getType().equals(type))
                .anyMatch(parameter -> parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private static Malformed incomplete(List<String> missing) {
        return missing.isEmpty() ? new Malformed("malformed") : new Malformed(required(missing));
    }

    private static List<Violation> required(List<String> missing) {
        return missing.stream().map(path -> new Violation(path, "required")).toList();
    }

    /** On a record that is a form somebody fills in: what it lacks is 422, beside whatever else is wrong with what was entered. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface ByRule {}

    /**
     * A record is written as JSON and as nothing else: where a body may be left out, and so any media type is let in, the
     * framework would hand a text to the constructor of a record that takes one. A request without a media type, and so without
     * a body, comes here too.
     */
    @Provider
    @Consumes({MediaType.TEXT_PLAIN, MediaType.WILDCARD})
    public static class NotJson implements ServerMessageBodyReader<Record> {

        @Override
        public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
            return type.isRecord() && !MediaType.APPLICATION_JSON_TYPE.isCompatible(media);
        }

        @Override
        public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType media) {
            return type.isRecord() && !MediaType.APPLICATION_JSON_TYPE.isCompatible(media);
        }

        @Override
        public @Nullable Record readFrom(
                Class<Record> type, Type generic, MediaType media, ServerRequestContext context) throws IOException {
            if (context.getInputStream().read() >= 0) {
                throw new NotSupportedException();
            }
            if (!mayBeLeftOut(type, context)) {
                throw incomplete(MissingFields.ofNothing(type));
            }
            return null;
        }

        /** Only the framework's interceptors of readers, of which there is none, would ask without a context. */
        @Override
        public Record readFrom(
                Class<Record> type,
                Type generic,
                Annotation[] annotations,
                MediaType media,
                MultivaluedMap<String, String> headers,
                InputStream body) {
            throw new NotSupportedException();
        }
    }
}
