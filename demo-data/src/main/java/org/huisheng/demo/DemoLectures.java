package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Training for three levels. From the first newsletter: lectures began on 20 April, and by the 25th three units with 126 people
 * had been visited. The rest of the year is made up, as are all staff numbers: most departments hold a lecture every two
 * months, some miss one.
 */
final class DemoLectures {

    private static final String LECTURES = "/api/feedback/v1/lectures";
    private static final String PLANS = "/api/feedback/v1/lecture-plans/";
    private static final int APRIL = 4;
    private static final int FIRST_WINDOW = 2;

    /** Whose teams are asked before and after. */
    private static final String QUIZZED = "DIST";

    private static final String LEADERS = "LEADERS";
    private static final String TEAMS = "TEAMS";
    private static final String YOUNG = "YOUNG_STAFF";

    private static final Map<String, List<String>> TOPICS = Map.of(
            LEADERS, List.of("社会责任与部门管理", "利益相关方沟通与参与"),
            TEAMS, List.of("社会责任在班组", "从一次抢修看透明运营", "客户诉求首问负责"),
            YOUNG, List.of("青年员工的社会责任", "讲好履责故事"));

    /** How many leaders, people in teams and young staff there are. */
    private record Staff(String department, int leaders, int teams, int young) {}

    private static final List<Staff> STAFF = List.of(
            new Staff("MKT", 6, 78, 16),
            new Staff("DIST", 7, 92, 20),
            new Staff("TRANS", 5, 64, 12),
            new Staff("DISP", 4, 30, 8),
            new Staff("SAFE", 3, 14, 4),
            new Staff("CONS", 4, 36, 9),
            new Staff("FIN", 3, 12, 5),
            new Staff("HR", 3, 11, 4),
            new Staff("PARTY", 3, 9, 4),
            new Staff("OFFICE", 4, 10, 5));

    /** @param people who came, from the first of the department's staff numbers of that level on */
    private record Held(int month, int day, String department, String level, int topic, int first, int people) {}

    /** The three units of the newsletter, then one after the other. */
    private static final List<Held> YEAR = List.of(
            new Held(4, 20, "DIST", TEAMS, 0, 0, 48),
            new Held(4, 23, "MKT", TEAMS, 0, 0, 42),
            new Held(4, 25, "CONS", TEAMS, 0, 0, 36),
            new Held(4, 27, "TRANS", TEAMS, 0, 0, 26),
            new Held(4, 28, "DISP", TEAMS, 0, 0, 21),
            new Held(4, 29, "PARTY", LEADERS, 0, 0, 3),
            new Held(5, 16, "DIST", YOUNG, 0, 0, 17),
            new Held(5, 22, "MKT", LEADERS, 1, 0, 6),
            new Held(6, 6, "TRANS", LEADERS, 0, 0, 5),
            new Held(6, 12, "SAFE", TEAMS, 1, 0, 12),
            new Held(6, 19, "HR", YOUNG, 0, 0, 4),
            new Held(6, 25, "OFFICE", TEAMS, 1, 0, 9),
            new Held(7, 8, "DIST", TEAMS, 1, 30, 41),
            new Held(7, 15, "MKT", TEAMS, 2, 28, 36),
            new Held(8, 13, "CONS", YOUNG, 1, 0, 8),
            new Held(8, 20, "DISP", LEADERS, 1, 0, 4),
            new Held(8, 27, "FIN", TEAMS, 2, 0, 11),
            new Held(9, 10, "DIST", LEADERS, 0, 0, 6),
            new Held(9, 17, "TRANS", TEAMS, 2, 20, 34),
            new Held(9, 24, "MKT", YOUNG, 1, 0, 14),
            new Held(10, 14, "PARTY", TEAMS, 2, 0, 8),
            new Held(10, 21, "SAFE", LEADERS, 1, 0, 3),
            new Held(10, 28, "OFFICE", LEADERS, 1, 0, 4),
            new Held(11, 5, "DIST", TEAMS, 2, 60, 26),
            new Held(11, 12, "HR", TEAMS, 2, 0, 10),
            new Held(11, 19, "CONS", LEADERS, 0, 0, 4),
            new Held(12, 3, "MKT", TEAMS, 1, 50, 24),
            new Held(12, 10, "DISP", YOUNG, 1, 0, 7));

    private DemoLectures() {}

    /** Before the first of them were held this year, those of last year are told. */
    static void tell(Api everybody, Api office, Map<String, Api> liaisons, Instant now)
            throws IOException, InterruptedException {
        var today = LocalDate.ofInstant(now, SeedDemo.ZONE);
        var year = today.getMonthValue() > APRIL ? today.getYear() : today.getYear() - 1;
        for (var lecture : YEAR) {
            var day = LocalDate.of(year, lecture.month(), lecture.day());
            if (day.isBefore(today)) {
                hold(everybody, office, liaisons.getOrDefault(lecture.department(), office), lecture, day);
            }
        }
        var liaison = liaisons.getOrDefault("DISP", office);
        liaison.created(LECTURES, announced("next", "DISP", TEAMS, 1, today.plusDays(9), 40));
        cancel(liaisons.getOrDefault("FIN", office), announced("cancelled", "FIN", YOUNG, 0, today.minusDays(6), 30));
        // Only now, so that what was held in months that are over already counts when these are settled.
        plan(office, year);
    }

    private static void hold(Api everybody, Api office, Api liaison, Held held, LocalDate day)
            throws IOException, InterruptedException {
        var announced = announced(
                held.month() + "/" + held.day(),
                held.department(),
                held.level(),
                held.topic(),
                day,
                held.people() + 10);
        if (held.department().equals(QUIZZED) && held.level().equals(TEAMS)) {
            // Not everybody who came had a telephone at hand.
            DemoQuizzes.add(office, everybody, announced, held.people() * 3 / 4);
        }
        var lecture = (announced.has("before") ? office : liaison).created(LECTURES, announced);
        var path = path(lecture);
        if (status(lecture).equals("PLANNED")) {
            lecture = liaison.created(path + "/opening", Api.object());
        }
        if (status(lecture).equals("OPEN")) {
            var list = Api.object().put("department", held.department());
            var numbers = list.putArray("staffNumbers");
            for (var number = held.first(); number < held.first() + held.people(); number++) {
                numbers.add(
                        "%s-%s-%03d".formatted(held.department(), held.level().charAt(0), number + 1));
            }
            liaison.created(path + "/attendances", list);
            liaison.created(path + "/holding", Api.object());
        }
    }

    private static void cancel(Api liaison, ObjectNode announced) throws IOException, InterruptedException {
        var lecture = liaison.created(LECTURES, announced);
        if (status(lecture).equals("PLANNED")) {
            liaison.created(path(lecture) + "/cancellation", Api.object().put("reason", "与季度结账冲突，改到下月举办。"));
        }
    }

    private static void plan(Api office, int year) throws IOException, InterruptedException {
        var plan = Api.object().put("firstWindow", FIRST_WINDOW);
        var topics = plan.putArray("topics");
        for (var level : List.of(LEADERS, TEAMS, YOUNG)) {
            for (var title : TOPICS.getOrDefault(level, List.of())) {
                topics.addObject().put("level", level).put("title", title);
            }
        }
        var quotas = plan.putArray("quotas");
        for (var staff : STAFF) {
            quota(quotas.addObject(), staff.department(), LEADERS, staff.leaders());
            quota(quotas.addObject(), staff.department(), TEAMS, staff.teams());
            quota(quotas.addObject(), staff.department(), YOUNG, staff.young());
        }
        var kept = office.put(PLANS + year, plan);
        if (kept.at("/plan/adoptedAt").isMissingNode()
                || kept.at("/plan/adoptedAt").isNull()) {
            office.created(PLANS + year + "/adoption", Api.object());
        }
    }

    private static void quota(ObjectNode quota, String department, String level, int people) {
        quota.put("department", department).put("level", level).put("people", people);
    }

    private static ObjectNode announced(
            String what, String department, String level, int topic, LocalDate day, int capacity) {
        return Api.object()
                .put("id", id(what, day.getYear()))
                .put("department", department)
                .put("level", level)
                .put("topic", TOPICS.getOrDefault(level, List.of()).get(topic))
                .put("place", "部门会议室（示例）")
                .put("speaker", level.equals(LEADERS) ? "社会责任办公室" : "部门联络员")
                .put(
                        "startsAt",
                        day.atTime(14, 30).atZone(SeedDemo.ZONE).toInstant().toString())
                .put("capacity", capacity);
    }

    private static String path(JsonNode lecture) {
        return LECTURES + "/" + lecture.at("/lecture/id").asText();
    }

    private static String status(JsonNode lecture) {
        return lecture.at("/lecture/status").asText();
    }

    private static String id(String what, int year) {
        return UUID.nameUUIDFromBytes(("lecture/" + year + "/" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
