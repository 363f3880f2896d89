package org.huisheng.kit.audit;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.huisheng.kit.audit.AuditedRequest.Doing;

/**
 * Looks at every resource method once, at the start. One that changes things for signed-in users has its requests noted for
 * {@link AuditTrail}; one that shows personal data answers only after the log has been written. All others, the public ones
 * first of all, are left as they are: who answers a survey is nobody's business, even when they are signed in.
 */
@Provider
public class AuditedOperations implements DynamicFeature {

    /** Of what was asked only ids, times and periods are kept: any other text may be about a person. */
    private static final Pattern HARMLESS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|\\d{4}-(\\d{2}|Q\\d|H\\d)(-\\d{2})?(T[0-9:.]+(Z|[+-]\\d{2}:\\d{2}))?");

    private final AuditTrail trail;
    private final AuditedRequest request;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    AuditedOperations(AuditTrail trail, AuditedRequest request) {
        this.trail = trail;
        this.request = request;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var method = resource.getResourceMethod();
        if (!needsSignIn(resource)) {
            return;
        }
        Operation.of(resource.getResourceClass(), method).ifPresent(operation -> {
            if (operation.changes()) {
                noted.add(operation.action());
                context.register(new Noted(operation));
            } else if (isPersonal(resource)) {
                shown.add(operation.action());
                context.register(new Shown(operation));
            }
        });
    }

    /** Names of the operations whose changes are noted. */
    public Set<String> noted() {
        return Set.copyOf(noted);
    }

    /** Names of the operations that tell about people. */
    public Set<String> shown() {
        return Set.copyOf(shown);
    }

    private static boolean isPersonal(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(ReadsPersonalData.class)
                || resource.getResourceClass().isAnnotationPresent(ReadsPersonalData.class);
    }

    private static boolean needsSignIn(ResourceInfo resource) {
        return needsSignIn(resource.getResourceMethod())
                .or(() -> needsSignIn(resource.getResourceClass()))
                .orElse(false);
    }

    private static Optional<Boolean> needsSignIn(AnnotatedElement element) {
        if (element.isAnnotationPresent(PermitAll.class)) {
            return Optional.of(false);
        }
        return element.isAnnotationPresent(RolesAllowed.class) || element.isAnnotationPresent(Authenticated.class)
                ? Optional.of(true)
                : Optional.empty();
    }

    private final class Noted implements ContainerRequestFilter {

        private final Operation operation;

        Noted(Operation operation) {
            this.operation = operation;
        }

        @Override
        public void filter(ContainerRequestContext exchange) {
            request.begins(doing(operation, exchange.getUriInfo()));
        }
    }

    private final class Shown implements ContainerResponseFilter {

        private final Operation operation;

        Shown(Operation operation) {
            this.operation = operation;
        }

        @Override
        public void filter(ContainerRequestContext exchange, ContainerResponseContext answer) {
            if (answer.getStatus() / 100 != 2) {
                return;
            }
            try {
                trail.noteRead(doing(operation, exchange.getUriInfo()));
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    static Doing doing(Operation operation, UriInfo uri) {
        var detail = new HashMap<String, String>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!values.isEmpty() && HARMLESS.matcher(values.getFirst()).matches()) {
                detail.put(name, values.getFirst());
            }
        });
        var path = uri.getPathParameters();
        var names = operation.parameters();
        names.stream().skip(1).forEach(name -> detail.put(name, String.valueOf(path.getFirst(name))));
        return new Doing(operation, names.isEmpty() ? null : path.getFirst(names.getFirst()), Map.copyOf(detail));
    }
}
