package org.huisheng.feedback.sla;

import java.util.ArrayList;
import java.util.List;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.feedback.calendar.Calendars;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.sla.Ladder.Recipient;
import org.huisheng.feedback.sla.Ladder.Rung;
import org.huisheng.feedback.sla.Policy.Scope;
import org.huisheng.feedback.sla.Policy.Terms;
import org.jspecify.annotations.Nullable;

/** A policy as somebody types it in. */
record PolicyRequest(
        @Nullable ClockKind clock,
        @Nullable String category,
        @Nullable Severity severity,
        @Nullable String calendar,
        @Nullable Integer minutes,
        @Nullable List<@Nullable RungRequest> ladder) {

    private static final int YEAR = 525_600;

    record RungRequest(
            @Nullable Integer afterMinutes, @Nullable Recipient to) {}

    /** What a revision may change. */
    record TermsRequest(
            @Nullable String calendar,
            @Nullable Integer minutes,
            @Nullable List<@Nullable RungRequest> ladder) {

        Terms check(Calendars calendars) {
            var checks = new Checks();
            var terms = terms(checks, calendars);
            checks.passed();
            return terms;
        }

        private Terms terms(Checks checks, Calendars calendars) {
            var code = checks.required("/calendar", calendar, "OFFICE");
            if (!calendars.has(code)) {
                checks.add("/calendar", "unknown-calendar", code);
            }
            var total = checks.range("/minutes", minutes, 1, YEAR);
            return new Terms(code, total, new Ladder(rungs(checks, total)));
        }

        private List<Rung> rungs(Checks checks, int total) {
            var given = checks.required(
                    "/ladder", ladder, List.<@Nullable RungRequest>of(new RungRequest(0, Recipient.OFFICE)));
            if (given.size() > Ladder.MOST_RUNGS) {
                checks.add("/ladder", "too-many", Ladder.MOST_RUNGS);
                return List.of();
            }
            var rungs = new ArrayList<Rung>();
            var lowest = -total;
            for (var i = 0; i < given.size(); i++) {
                var path = "/ladder/" + i;
                var rung = checks.required(path, given.get(i), new RungRequest(lowest, Recipient.OFFICE));
                var offset = checks.range(path + "/afterMinutes", rung.afterMinutes, lowest, YEAR);
                rungs.add(new Rung(offset, checks.required(path + "/to", rung.to, Recipient.OFFICE)));
                lowest = Math.min(offset + 1, YEAR);
            }
            if (rungs.stream().noneMatch(Rung::isBreach)) {
                checks.add("/ladder", "no-breach");
            }
            return rungs;
        }
    }

    record Checked(Scope scope, Terms terms) {}

    Checked check(Calendars calendars) {
        var checks = new Checks();
        var scope = new Scope(
                checks.required("/clock", clock, ClockKind.RESOLUTION),
                category == null ? null : checks.code("/category", category),
                severity);
        var terms = new TermsRequest(calendar, minutes, ladder).terms(checks, calendars);
        checks.passed();
        return new Checked(scope, terms);
    }
}
