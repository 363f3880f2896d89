package org.huisheng.feedback.lectureplan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huisheng.events.LectureEvent.LectureLevel;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** A plan as it comes in. */
record LecturePlanRequest(
        @Nullable Integer firstWindow,
        @Nullable List<@Nullable TopicRequest> topics,
        @Nullable List<@Nullable QuotaRequest> quotas) {

    private static final int MOST_PEOPLE = 10_000;

    record TopicRequest(
            @Nullable LectureLevel level, @Nullable String title) {
        LectureTopic check(Checks checks, String path) {
            return new LectureTopic(
                    checks.required(path + "/level", level, LectureLevel.TEAMS),
                    checks.text(path + "/title", title, 200));
        }
    }

    record QuotaRequest(
            @Nullable String department,
            @Nullable LectureLevel level,
            @Nullable Integer people) {
        Quota check(Checks checks, String path) {
            return new Quota(
                    checks.code(path + "/department", department),
                    checks.required(path + "/level", level, LectureLevel.TEAMS),
                    checks.range(path + "/people", people, 1, MOST_PEOPLE));
        }
    }

    LecturePlanTerms check() {
        var checks = new Checks();
        var terms = new LecturePlanTerms(
                firstWindow == null ? 1 : checks.range("/firstWindow", firstWindow, 1, Window.LAST),
                topics(checks),
                quotas(checks));
        checks.passed();
        return terms;
    }

    private List<LectureTopic> topics(Checks checks) {
        var given = topics == null ? List.<@Nullable TopicRequest>of() : topics;
        if (given.size() > LecturePlan.MOST_TOPICS) {
            checks.add("/topics", "too-many", LecturePlan.MOST_TOPICS);
        }
        var checked = new ArrayList<LectureTopic>();
        for (var i = 0; i < Math.min(given.size(), LecturePlan.MOST_TOPICS); i++) {
            var path = "/topics/" + i;
            checked.add(checks.required(path, given.get(i), new TopicRequest(LectureLevel.TEAMS, "-"))
                    .check(checks, path));
        }
        return checked;
    }

    private Set<Quota> quotas(Checks checks) {
        var given = quotas == null ? List.<@Nullable QuotaRequest>of() : quotas;
        if (given.size() > LecturePlan.MOST_QUOTAS) {
            checks.add("/quotas", "too-many", LecturePlan.MOST_QUOTAS);
        }
        var checked = new HashSet<Quota>();
        var named = new HashSet<String>();
        for (var i = 0; i < Math.min(given.size(), LecturePlan.MOST_QUOTAS); i++) {
            var path = "/quotas/" + i;
            var quota = checks.required(path, given.get(i), new QuotaRequest("X", LectureLevel.TEAMS, 1))
                    .check(checks, path);
            if (!named.add(quota.department() + " " + quota.level())) {
                checks.add(path, "quota-twice");
            }
            checked.add(quota);
        }
        return checked;
    }
}
