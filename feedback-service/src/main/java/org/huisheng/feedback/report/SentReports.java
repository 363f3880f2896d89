package org.huisheng.feedback.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.report.GovernmentReport.Sent;
import org.jspecify.annotations.Nullable;

/** The register, for those who write a report themselves: what was sent is entered, and what came back is read. */
@ApplicationScoped
public class SentReports {

    private final KeepReports keepReports;

    SentReports(KeepReports keepReports) {
        this.keepReports = keepReports;
    }

    /** @param version for {@code If-Match} of its reception */
    public record Reception(
            UUID entry,
            long version,
            Instant sentAt,
            @Nullable String documentReference,
            @Nullable Instant receivedAt,
            @Nullable String receivedBy,
            @Nullable UUID endorsement) {}

    /** A quarterly report. @return under what it is registered */
    @Transactional(TxType.MANDATORY)
    public UUID enter(String title, String quarter, String to, Instant at, @Nullable String documentReference) {
        var sent = new Sent(ReportKind.SUPPLY_REPORT, title, quarter, to, at, documentReference);
        return keepReports.register(null, sent).report().id();
    }

    @Transactional(TxType.MANDATORY)
    public Reception reception(UUID entry) {
        var report = keepReports.read(entry);
        return new Reception(
                entry,
                report.version(),
                report.sentAt(),
                report.documentReference().orElse(null),
                report.receivedAt().orElse(null),
                report.receivedBy().orElse(null),
                report.endorsement().orElse(null));
    }
}
