package org.huisheng.survey.anonymity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.kit.platform.DatabaseOutage;
import org.huisheng.survey.calendar.BusinessDay;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A table keeps the order in which its rows came, and with each row the transaction that wrote it: enough to put a spent
 * link beside the answers given through it. So once a day is over, its anonymous answers are laid anew in a random order,
 * and the spent links touched, each campaign's in one transaction.
 */
@ApplicationScoped
class ForgetOrder {

    private static final Logger LOG = Logger.getLogger(ForgetOrder.class);
    private static final int AT_ONCE = 200;

    /** The sort needs all rows before the first is inserted, so none meets its former self. */
    private static final String LAY_ANEW = """
            WITH taken AS (
                DELETE FROM response
                WHERE campaign_id = ? AND received_at >= ? AND received_at < ? AND withdrawn_at IS NULL
                RETURNING *
            )
            INSERT INTO response SELECT * FROM taken ORDER BY random()
            """;

    private record Due(UUID campaignId, @Nullable LocalDate from) {}

    private final DataSource dataSource;
    private final Clock clock;

    ForgetOrder(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(
            identity = "forget-order",
            every = "${huisheng.anonymity.every:10m}",
            delayed = "60s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        var today = BusinessDay.of(clock.instant());
        DatabaseOutage.orNextTime(LOG, "Anonymous answers keep their order a little longer", () -> {
            for (var left = AT_ONCE; left > 0 && forgetOne(today); left--) {
                LOG.debug("The order of one more anonymous campaign is forgotten");
            }
        });
    }

    /** @return whether a campaign was due */
    boolean forgetOne(LocalDate today) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = dataSource.getConnection()) {
                var due = lockOne(connection, today);
                if (due == null) {
                    return false;
                }
                forget(connection, due, today);
                return true;
            }
        });
    }

    private static @Nullable Due lockOne(Connection connection, LocalDate today) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT id, order_forgotten_until FROM campaign
                WHERE anonymous AND status <> 'DRAFT'
                  AND (order_forgotten_until IS NULL OR order_forgotten_until < ?)
                ORDER BY order_forgotten_until NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED
                """)) {
            select.setObject(1, today);
            try (var row = select.executeQuery()) {
                return row.next() ? new Due(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)) : null;
            }
        }
    }

    private static void forget(Connection connection, Due due, LocalDate today) throws SQLException {
        try (var layAnew = connection.prepareStatement(LAY_ANEW);
                var touch = connection.prepareStatement("UPDATE link SET used = true WHERE campaign_id = ? AND used");
                var note = connection.prepareStatement("UPDATE campaign SET order_forgotten_until = ? WHERE id = ?")) {
            layAnew.setObject(1, due.campaignId());
            layAnew.setObject(2, beginning(due.from() == null ? LocalDate.EPOCH : due.from()));
            layAnew.setObject(3, beginning(today));
            if (layAnew.executeUpdate() > 0) {
                touch.setObject(1, due.campaignId());
                touch.executeUpdate();
            }
            note.setObject(1, today);
            note.setObject(2, due.campaignId());
            note.executeUpdate();
        }
    }

    private static OffsetDateTime beginning(LocalDate day) {
        return BusinessDay.start(day).atOffset(ZoneOffset.UTC);
    }
}
