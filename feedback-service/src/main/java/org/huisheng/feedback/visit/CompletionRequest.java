package org.huisheng.feedback.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.feedback.enterprise.ContactJson;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Moments;
import org.jspecify.annotations.Nullable;

/** What a surveyor reports of a visit. @param unplanned where it was, if nobody had arranged it */
record CompletionRequest(
        @Nullable Integer satisfaction,
        @Nullable List<SlipRequest> slips,
        @Nullable Instant visitedAt,
        @Nullable ContactJson contact,
        @Nullable String note,
        @Nullable WhereRequest unplanned) {

    static final int MAX_SLIPS = 50;

    private static final SlipRequest NO_SLIP = new SlipRequest("-", "-", null, null, null);

    record SlipRequest(
            @Nullable String title,
            @Nullable String description,
            @Nullable String category,
            @Nullable Severity severity,
            @Nullable String department) {

        Slip check(String path, Checks checks, String usualCategory) {
            return new Slip(
                    checks.text(path + "/title", title, 200),
                    checks.text(path + "/description", description, 4000),
                    category == null ? usualCategory : checks.code(path + "/category", category),
                    severity == null ? Severity.NORMAL : severity,
                    checks.optionalText(path + "/department", department, 64));
        }

        @Override
        public String toString() {
            return "SlipRequest[…]";
        }
    }

    Completion check(Checks checks, Instant now, String usualCategory) {
        Moments.checkPast(checks, "/visitedAt", visitedAt, now);
        return new Completion(
                checks.range("/satisfaction", satisfaction, 1, 5),
                slips(checks, usualCategory),
                visitedAt,
                contact == null ? null : contact.check("/contact", checks),
                checks.optionalText("/note", note, 2000));
    }

    @Nullable
    Where where(Checks checks) {
        return unplanned == null ? null : unplanned.check("/unplanned", checks);
    }

    private List<Slip> slips(Checks checks, String usualCategory) {
        var written = slips == null ? List.<SlipRequest>of() : slips;
        if (written.size() > MAX_SLIPS) {
            checks.add("/slips", "too-many", MAX_SLIPS);
            return List.of();
        }
        var checked = new ArrayList<Slip>();
        for (var i = 0; i < written.size(); i++) {
            var at = "/slips/" + i;
            checked.add(checks.required(at, written.get(i), NO_SLIP).check(at, checks, usualCategory));
        }
        return checked;
    }

    @Override
    public String toString() {
        return "CompletionRequest[…]";
    }
}
