package org.huisheng.kit.testing;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.huisheng.kit.testing.AccessMatrix.Anybody;
import org.huisheng.kit.testing.AccessMatrix.Row;
import org.jboss.logging.MDC;

/**
 * In all tests of a service that has one, as a provider: a signed-in user is told that a change is made only if the log has
 * it. So every test that changes something also tests the log, whatever it is about.
 */
public abstract class ChangesAreOnRecord implements ContainerResponseFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int CREATED = 201;

    private record Change(Row row, Predicate<String> matches) {
        static Change of(Row row) {
            var pattern = Pattern.compile(row.path().replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
            return new Change(row, pattern.asMatchPredicate());
        }
    }

    private final DataSource dataSource;
    private final Set<String> mayChangeNothing;
    private final List<Change> changes;

    /**
     * @param mayChangeNothing what may succeed without a change: it only checks, or was done before, or writes what is there.
     *     Where it says that it created something it is checked all the same
     */
    protected ChangesAreOnRecord(DataSource dataSource, List<String> prefixes, Set<String> mayChangeNothing) {
        this.dataSource = dataSource;
        this.mayChangeNothing = mayChangeNothing;
        this.changes = AccessMatrix.rows(prefixes).stream()
                .filter(row -> row.anybody() == Anybody.NO && !READING.contains(row.method()))
                .map(Change::of)
                .toList();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) throws IOException {
        var path = request.getUriInfo().getRequestUri().getPath();
        if (answer.getStatus() / 100 != 2) {
            return;
        }
        changes.stream()
                .filter(change -> change.row().method().equals(request.getMethod()))
                .filter(change -> change.matches().test(path))
                // The most literal one is meant: cases/assignments, not cases/{id}.
                .min((one, other) -> Integer.compare(variables(one), variables(other)))
                .map(change -> change.row().toString())
                .filter(operation -> answer.getStatus() == CREATED || !mayChangeNothing.contains(operation))
                .ifPresent(this::check);
    }

    private static int variables(Change change) {
        return change.row().path().split("\\{", -1).length;
    }

    private void check(String operation) {
        var requestId = String.valueOf(MDC.get("requestId"));
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("SELECT 1 FROM audit_entry WHERE request_id = ?")) {
            query.setString(1, requestId);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new AssertionError(operation + " left no entry in the audit log");
                }
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
