package org.huisheng.survey.response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.survey.echo.CaseSteps;
import org.huisheng.survey.echo.PublicCase;

/** The echo: what became of a response. Public: the receipt is the permission, and no answer is shown. */
@Path("/v1/receipts/{receipt}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class ReceiptResource {

    enum State {
        RECEIVED,
        WITHDRAWN
    }

    /**
     * @param receivedAt in an anonymous campaign the beginning of the day
     * @param cases what the answers set going, also after they were taken back: somebody is at work on it
     */
    record EchoView(String receipt, State state, Instant receivedAt, List<PublicCase> cases) {}

    private final Receipts receipts;
    private final WithdrawResponse withdrawResponse;
    private final CaseSteps caseSteps;
    private final DataSource dataSource;

    ReceiptResource(Receipts receipts, WithdrawResponse withdrawResponse, CaseSteps caseSteps, DataSource dataSource) {
        this.receipts = receipts;
        this.withdrawResponse = withdrawResponse;
        this.caseSteps = caseSteps;
        this.dataSource = dataSource;
    }

    @GET
    public EchoView get(String receipt) throws SQLException {
        var responseId = responseId(receipt);
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
                        row.getObject("withdrawn_at") == null ? State.RECEIVED : State.WITHDRAWN,
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        caseSteps.of(connection, responseId));
            }
        }
    }

    /** Takes the response back, with everything that was derived from it. Once and for all, however often it is asked. */
    @POST
    @Path("withdrawal")
    public EchoView withdraw(String receipt) throws SQLException {
        withdrawResponse.withdraw(responseId(receipt));
        return get(receipt);
    }

    private UUID responseId(String receipt) {
        return receipts.responseId(receipt).orElseThrow(() -> new NotFound("receipt", receipt));
    }
}
