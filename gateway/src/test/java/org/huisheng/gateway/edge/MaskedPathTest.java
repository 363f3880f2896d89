package org.huisheng.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedPathTest {

    @ParameterizedTest
    @CsvSource({
        "/api/kpi/v1/scores/DIST/2026-Q4, /api/kpi/v1/scores/DIST/2026-Q4",
        "/api/feedback/v1/cases/0198f6a2-7a51-7c3a-9d2e-111111111111/start,"
                + " /api/feedback/v1/cases/0198f6a2-7a51-7c3a-9d2e-111111111111/start",
        "/api/survey/v1/links/abc, /api/survey/v1/links/*",
        "/api/survey/v1/campaigns/7/links/abc/qr.png, /api/survey/v1/campaigns/7/links/*/qr.png",
        "/api/survey/v1/receipts/R-1/withdrawal, /api/survey/v1/receipts/*/withdrawal",
        "/api/feedback/v1/confirmations/abc, /api/feedback/v1/confirmations/*",
        "/api/feedback/v1/lecture-sign-ins/abc, /api/feedback/v1/lecture-sign-ins/*",
        "/api/feedback/v1/inquiries/abc, /api/feedback/v1/inquiries/*",
        "/a/abc, /a/*",
        "/l/abc, /l/*",
        "/api/auth/v1/users/wang/sessions, /api/auth/v1/users/*/sessions",
        "/api/feedback/v1/aVeryLongStepThatMayBeATokenInTheWrongPlace, /api/feedback/v1/*",
        "/who@example.org/x, /*/x",
        "/%E7%8E%8B, /*",
        "/r/abc, /r/*",
        "/, /"
    })
    void what_opens_something_or_names_somebody_is_not_written_down(String path, String masked) {
        assertThat(MaskedPath.of(path)).isEqualTo(masked);
    }
}
