package org.huisheng.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.huisheng.kit.audit.AuditedRequest.Doing;
import org.huisheng.kit.platform.Uuid7;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Writes down what the present request does, if a signed-in user makes it. */
@ApplicationScoped
public class AuditTrail {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AuditedRequest request;
    private final SecurityIdentity identity;
    private final DataSource dataSource;
    private final Clock clock;

    AuditTrail(AuditedRequest request, SecurityIdentity identity, DataSource dataSource, Clock clock) {
        this.request = request;
        this.identity = identity;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Names what a request makes, which its address cannot. */
    public void makes(Object subjectId) {
        if (isRequest()) {
            request.makes(subjectId.toString());
        }
    }

    void beginsTransaction() {
        if (isRequest()) {
            request.beginsTransaction();
        }
    }

    /** Whether what is written now is written for a signed-in user. */
    public boolean isAudited() {
        return isRequest()
                && request.doing().filter(doing -> doing.operation().changes()).isPresent();
    }

    /** The last thing in a transaction: with it the entry is committed, or not at all. */
    public void noteChange(Connection connection) throws SQLException {
        if (isAudited() && AuditRows.hasWritten(connection)) {
            AuditRows.add(connection, entry(request.doing().orElseThrow()));
        }
    }

    /** What no signed-in user is the author of, noted by whoever knows of it; part of the connection's transaction. */
    public static void note(Connection connection, Happening what, Instant now) throws SQLException {
        AuditRows.add(
                connection,
                new AuditEntry(
                        Uuid7.at(now),
                        now,
                        what.actor(),
                        String.join(",", new TreeSet<>(what.roles())),
                        what.department(),
                        what.action(),
                        what.subjectType(),
                        what.subjectId(),
                        requestId(),
                        json(what.detail())));
    }

    /** On return it is committed. */
    void noteRead(Doing doing) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            AuditRows.add(connection, entry(doing));
        }
    }

    /** Jobs and consumers have none, or one nothing was noted in. */
    private static boolean isRequest() {
        return Arc.container() != null && Arc.container().requestContext().isActive();
    }

    private AuditEntry entry(Doing doing) {
        var now = clock.instant();
        return new AuditEntry(
                Uuid7.at(now),
                now,
                identity.getPrincipal().getName(),
                String.join(",", new TreeSet<>(identity.getRoles())),
                department(),
                doing.operation().action(),
                doing.operation().subjectType(),
                doing.subjectId() == null ? request.made() : doing.subjectId(),
                requestId(),
                json(doing.detail()));
    }

    private static @Nullable String requestId() {
        return MDC.get("requestId") instanceof String id ? id : null;
    }

    private @Nullable String department() {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.<String>getClaim("department") : null;
    }

    private static String json(Map<String, String> detail) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
