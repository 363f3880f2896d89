package org.huisheng.kpi.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.seal.Seal.AuditHead;
import org.huisheng.kpi.seal.frozen.Kind;
import org.huisheng.kpi.seal.frozen.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    @Test
    void a_seal_from_before_it_had_a_head_of_the_audit_log_keeps_its_hash() {
        assertThat(seal(null).hash())
                .isEqualTo(Sha256.of("{\"cellsHash\":\"c\",\"confirmedBy\":\"wang\",\"contractsHash\":\"k\","
                        + "\"period\":\"2026-10\",\"previousHash\":null,\"ratesHash\":\"r\",\"requestedBy\":\"li\","
                        + "\"scoresHash\":\"s\",\"sealedAt\":\"2026-11-26T08:00:00Z\",\"sequence\":1}"));
    }

    @Test
    void the_head_of_the_audit_log_is_part_of_the_hash() {
        assertThat(seal(new AuditHead(7, "ab")).hash())
                .isEqualTo(Sha256.of("{\"auditHead\":{\"hash\":\"ab\",\"position\":7},"
                        + "\"cellsHash\":\"c\",\"confirmedBy\":\"wang\",\"contractsHash\":\"k\","
                        + "\"period\":\"2026-10\",\"previousHash\":null,\"ratesHash\":\"r\",\"requestedBy\":\"li\","
                        + "\"scoresHash\":\"s\",\"sealedAt\":\"2026-11-26T08:00:00Z\",\"sequence\":1}"));
    }

    private static Seal seal(@Nullable AuditHead head) {
        var request = new SealRequest(Period.parse("2026-10"), "li", NOW, NOW.plusSeconds(60));
        var hashes = Map.of(Kind.CELLS, "c", Kind.CONTRACTS, "k", Kind.RATES, "r", Kind.SCORES, "s");
        return Seal.after(null, request, "wang", NOW, hashes, head);
    }
}
