package org.huisheng.feedback.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.huisheng.feedback.link.Link;
import org.huisheng.feedback.receipt.AskByReceipt.Asked;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** For a respondent, who has a receipt and no link yet. In the body and not in the address, which others keep. */
@Path("/v1/receipt-confirmations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class ReceiptConfirmationResource {

    private final AskByReceipt askByReceipt;

    ReceiptConfirmationResource(AskByReceipt askByReceipt) {
        this.askByReceipt = askByReceipt;
    }

    record ReceiptRequest(@Nullable String receipt) {
        Receipt check() {
            var checks = new Checks();
            var receipt = checks.text("/receipt", this.receipt, 100);
            checks.passed();
            return new Receipt(receipt);
        }

        @Override
        public String toString() {
            return "ReceiptRequest[…]";
        }
    }

    /** @param token with which {@code confirmations/{token}}, or {@code inquiries/{token}}, is read and answered */
    record ReceiptLink(String token, String url, Instant expiresAt) {
        static ReceiptLink of(Link link) {
            return new ReceiptLink(link.token(), link.address(), link.expiresAt());
        }

        @Override
        public String toString() {
            return "ReceiptLink[…]";
        }
    }

    /**
     * @param items one for each case that waits for their word on a resolution
     * @param inquiries one for each case that waits for something else they were asked for
     */
    record ReceiptLinkList(List<ReceiptLink> items, List<ReceiptLink> inquiries) {
        static ReceiptLinkList of(Asked asked) {
            return new ReceiptLinkList(views(asked.confirmations()), views(asked.inquiries()));
        }

        private static List<ReceiptLink> views(List<Link> links) {
            return links.stream().map(ReceiptLink::of).toList();
        }
    }

    /** The same links however often they are asked for; nothing is created for a receipt nobody is asked by. */
    @POST
    public RestResponse<ReceiptLinkList> open(@Nullable ReceiptRequest request) {
        var asked = askByReceipt.open(CompleteBody.required(request).check());
        return ResponseBuilder.ok(ReceiptLinkList.of(asked))
                .header("Cache-Control", "no-store")
                .build();
    }
}
