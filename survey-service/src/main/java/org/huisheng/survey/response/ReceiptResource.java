package org.huisheng.survey.response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.huisheng.kit.problem.DomainException.NotFound;

/** The echo: what became of a response. Public: the receipt is the permission, and no answer is shown. */
@Path("/v1/receipts/{receipt}")
@PermitAll
@RunOnVirtualThread
class ReceiptResource {

    enum State {
        RECEIVED,
        WITHDRAWN
    }

    /** @param cases public states of the cases the answers opened; none as long as no rule opens one */
    record EchoView(String receipt, State state, Instant receivedAt, List<String> cases) {}

    private final Receipts receipts;
    private final DataSource dataSource;

    ReceiptResource(Receipts receipts, DataSource dataSource) {
        this.receipts = receipts;
        this.dataSource = dataSource;
    }

    @GET
    public EchoView get(String receipt) throws SQLException {
        var responseId = receipts.responseId(receipt).orElseThrow(() -> new NotFound("receipt", receipt));
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "SELECT received_at, withdrawn_at FROM response WHERE response_id = ?")) {
            select.setObject(1, responseId);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("receipt", receipt);
                }
                return new EchoView(
                        receipt,
                        row.getTimestamp("withdrawn_at") == null ? State.RECEIVED : State.WITHDRAWN,
                        row.getTimestamp("received_at").toInstant(),
                        List.of());
            }
        }
    }
}
