package org.huisheng.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kit.audit.AuditChain.Head;
import org.huisheng.kit.audit.AuditChain.LogFinding;
import org.huisheng.kit.audit.AuditChain.LogFlaw;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Goes along a piece of the chain, in one snapshot. */
@ApplicationScoped
public class VerifyLog {

    private static final Logger LOG = Logger.getLogger(VerifyLog.class);

    /** Where the log ended when somebody wrote it down. */
    record KnownHead(long position, String hash) {}

    /**
     * @param checked entries read
     * @param end the last entry read
     * @param waiting entries that have no place yet
     * @param next where to go on; null if that was all
     */
    record LogSegment(
            int checked,
            LogHead end,
            long waiting,
            List<LogFinding> findings,
            @Nullable Long next) {}

    /** @param hash in hexadecimal digits */
    record LogHead(long position, String hash) {
        static LogHead of(Head head) {
            return new LogHead(head.position(), HexFormat.of().formatHex(head.hash()));
        }
    }

    private final DataSource dataSource;
    private final String service;

    VerifyLog(DataSource dataSource, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.service = service;
    }

    LogSegment segment(long after, int limit, @Nullable KnownHead known) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                // Else the entries would be read before some are linked, and the head after it.
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
                return segment(connection, service, after, limit, known);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    static LogSegment segment(Connection connection, String service, long after, int limit, @Nullable KnownHead known)
            throws SQLException {
        var before = before(connection, service, after);
        var chain = new AuditChain(before.orElseGet(() -> new Head(after, new byte[0])));
        if (before.isEmpty()) {
            chain.found(after, LogFlaw.MISSING);
        }
        var entries = AuditRows.linked(connection, after, limit);
        entries.forEach(chain::read);
        var whole = entries.size() < limit;
        if (whole) {
            chain.endsAt(AuditRows.head(connection).orElseGet(() -> new Head(0, AuditEntry.start(service))));
        }
        compare(connection, chain, known);
        chain.findings().forEach(found -> LOG.errorf("The audit log is not what was written: %s", found));
        var end = LogHead.of(chain.head());
        return new LogSegment(
                entries.size(),
                end,
                AuditRows.countWaiting(connection),
                chain.findings(),
                whole ? null : end.position());
    }

    private static Optional<Head> before(Connection connection, String service, long position) throws SQLException {
        return position == 0 ? Optional.of(new Head(0, AuditEntry.start(service))) : at(connection, position);
    }

    private static Optional<Head> at(Connection connection, long position) throws SQLException {
        return AuditRows.linked(connection, position - 1, 1).stream()
                .filter(linked -> linked.position() == position)
                .map(linked -> new Head(linked.position(), linked.hash()))
                .findFirst();
    }

    private static void compare(Connection connection, AuditChain chain, @Nullable KnownHead known)
            throws SQLException {
        if (known == null || known.position() == 0) {
            return;
        }
        var there = at(connection, known.position());
        if (there.filter(head -> Arrays.equals(head.hash(), HexFormat.of().parseHex(known.hash())))
                .isEmpty()) {
            chain.found(known.position(), LogFlaw.ANOTHER_HEAD);
        }
    }
}
