package org.huisheng.kit.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;
import org.huisheng.kit.platform.MissingFields;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A request body that is a record has all its fields but those marked {@code @Nullable}; else 400, naming each. It may be
 * left out only where it may have no field.
 */
@Provider
class CompleteBody implements ReaderInterceptor {

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.proceed();
        var missing = body instanceof Record record
                ? MissingFields.of(record)
                : body == null && context.getType().isRecord()
                        ? MissingFields.ofNothing(context.getType())
                        : List.<String>of();
        if (!missing.isEmpty()) {
            throw new Malformed(missing.stream()
                    .map(path -> new Violation(path, "required"))
                    .toList());
        }
        return body;
    }
}
