package org.huisheng.feedback.comment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Moments;
import org.jspecify.annotations.Nullable;

/**
 * What the office enters.
 *
 * @param title what it is called in lists; the source document if left out
 * @param opensCase whether a case is to follow it; left out, it is for a comment or a criticism with a lead department,
 *     never for an endorsement
 * @param report of the register, which an endorsement is about: that is what it earned then
 */
record RegistrationRequest(
        @Nullable UUID commentId,
        @Nullable CommentKind kind,
        @Nullable String level,
        @Nullable String sourceDocument,
        @Nullable String verbatim,
        @Nullable Instant receivedAt,
        @Nullable Instant deadline,
        @Nullable String leadDepartment,
        @Nullable List<String> coLeadDepartments,
        @Nullable String title,
        @Nullable Boolean opensCase,
        @Nullable UUID report) {

    static final Instant LATEST = Instant.parse("2099-12-31T00:00:00Z");
    private static final int MAX_DEPARTMENTS = 50;
    private static final int MAX_WORDS = 4000;

    Registration check(Instant now) {
        var checks = new Checks();
        var said = checks.required("/kind", kind, CommentKind.COMMENT);
        var document = checks.text("/sourceDocument", sourceDocument, 200);
        var name = checks.optionalText("/title", title, 200);
        var received = received(checks, now);
        checkDeadline(checks, received);
        var lead = checks.optionalText("/leadDepartment", leadDepartment, 64);
        var registration = new Registration(
                said,
                checks.code("/level", level),
                name == null ? document : name,
                document,
                words(checks),
                received,
                deadline,
                lead,
                coLeads(checks, lead),
                opens(checks, said, lead),
                report);
        if (said != CommentKind.ENDORSEMENT) {
            checks.absent("/report", report);
        }
        checks.passed();
        return registration;
    }

    /** To the letter: blanks at the ends are the authority's. */
    private String words(Checks checks) {
        checks.text("/verbatim", verbatim, Integer.MAX_VALUE);
        if (verbatim != null && verbatim.codePointCount(0, verbatim.length()) > MAX_WORDS) {
            checks.add("/verbatim", "too-long", MAX_WORDS);
        }
        return verbatim == null ? "-" : verbatim;
    }

    private Instant received(Checks checks, Instant now) {
        Moments.checkPast(checks, "/receivedAt", receivedAt, now);
        return checks.required("/receivedAt", receivedAt, Moments.OLDEST);
    }

    private void checkDeadline(Checks checks, Instant received) {
        if (deadline != null && (deadline.isBefore(received.plusSeconds(1)) || deadline.isAfter(LATEST))) {
            checks.add("/deadline", "out-of-range", received, LATEST);
        }
    }

    private List<String> coLeads(Checks checks, @Nullable String lead) {
        var given = coLeadDepartments == null ? List.<String>of() : coLeadDepartments;
        if (given.size() > MAX_DEPARTMENTS) {
            checks.add("/coLeadDepartments", "too-many", MAX_DEPARTMENTS);
            return List.of();
        }
        var departments = new LinkedHashSet<String>();
        for (var i = 0; i < given.size(); i++) {
            var department = checks.text("/coLeadDepartments/" + i, given.get(i), 64);
            if (department.equals(lead) || !departments.add(department)) {
                checks.add("/coLeadDepartments/" + i, "named-twice", department);
            }
        }
        return new ArrayList<>(departments);
    }

    private boolean opens(Checks checks, CommentKind said, @Nullable String lead) {
        if (said == CommentKind.ENDORSEMENT) {
            if (Boolean.TRUE.equals(opensCase)) {
                checks.add("/opensCase", "not-applicable");
            }
            return false;
        }
        return opensCase == null ? lead != null : opensCase;
    }
}
