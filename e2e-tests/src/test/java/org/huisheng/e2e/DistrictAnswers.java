package org.huisheng.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.huisheng.e2e.District.Tally;

/** What the four sides are asked all year, and what they answer in a month: as many of each department that all can be shown. */
final class DistrictAnswers {

    private static final int EMPLOYEES = 8;
    private static final int OTHERS = 6;

    /** @param metrics one of each question @param rated departments they say something about */
    private record Asked(String side, String title, List<String> questions, List<String> metrics, List<String> rated) {}

    private record Open(Asked asked, String link) {}

    private static final List<Asked> SURVEYS = List.of(
            new Asked(
                    "EMPLOYEE",
                    "员工社会责任年度问卷",
                    List.of("awareness", "management", "mechanism", "outreach"),
                    List.of("awareness.employee", "management.employee", "mechanism.employee", "outreach.employee"),
                    District.DEPARTMENTS),
            new Asked(
                    "GOVERNMENT",
                    "政府部门供电服务评价",
                    List.of("overall"),
                    List.of("satisfaction.government"),
                    District.DEPARTMENTS),
            new Asked(
                    "ENTERPRISE",
                    "园区企业满意度测评",
                    List.of("overall"),
                    List.of("satisfaction.service"),
                    List.of(District.FRONT, District.PRODUCTION)),
            new Asked(
                    "CUSTOMER",
                    "社会责任开放日体验调查",
                    List.of("overall"),
                    List.of("satisfaction.service"),
                    List.of(District.FRONT, District.PRODUCTION)));

    private final District district;
    private final List<Open> open = new ArrayList<>();

    DistrictAnswers(District district) {
        this.district = district;
    }

    void ask(int year) throws IOException, InterruptedException {
        var office = district.office;
        for (var asked : SURVEYS) {
            var survey = office.created("/api/survey/v1/surveys", survey(asked));
            var versions = "/api/survey/v1/surveys/" + survey.path("id").asText() + "/versions";
            var version = district.onceKnown(() -> office.created(versions, Api.object()));
            var campaign = office.created(
                    "/api/survey/v1/campaigns",
                    Api.object()
                            .put("surveyId", version.path("surveyId").asText())
                            .put("version", version.path("version").asInt())
                            .put("name", asked.title())
                            .put(
                                    "opensAt",
                                    District.moment(YearMonth.of(year, 1), 1).toString())
                            .put(
                                    "closesAt",
                                    District.moment(YearMonth.of(year + 1, 6), 1)
                                            .toString())
                            .put("anonymous", asked.side().equals("EMPLOYEE"))
                            .put("access", "OPEN"));
            var path = "/api/survey/v1/campaigns/" + campaign.path("id").asText();
            office.created(path + "/opening", Api.object());
            var link = office.created(path + "/links", Api.object().put("count", 1))
                    .at("/items/0/token")
                    .asText();
            open.add(new Open(asked, link));
        }
    }

    void answer(YearMonth month, Tally tally) throws IOException, InterruptedException {
        var batch = Api.object();
        var responses = batch.putArray("responses");
        for (var campaign : open) {
            var people = campaign.asked().side().equals("EMPLOYEE") ? EMPLOYEES : OTHERS;
            for (var department : campaign.asked().rated()) {
                for (var number = 0; number < people; number++) {
                    responses.add(response(campaign, department, month, number));
                }
                campaign.asked().metrics().forEach(metric -> tally.add(metric, people));
            }
        }
        var results = district.everybody.created("/api/survey/v1/responses/batch", batch);
        for (var result : results.path("results")) {
            if (result.path("status").asInt() != 201) {
                throw new AssertionError(result.toString());
            }
        }
    }

    /** Everybody has their own opinion, and it gets better by and by. */
    private static ObjectNode response(Open campaign, String department, YearMonth month, int number) {
        var given = District.moment(month, 5 + number % 12);
        var answers = Api.object().put("department", department);
        var place = 0;
        for (var question : campaign.asked().questions()) {
            var mood = number * 7 + place++ * 3 + District.DEPARTMENTS.indexOf(department) + month.getMonthValue();
            answers.put(question, Math.clamp(2 + mood % 3 + month.getMonthValue() / 6L, 1, 5));
        }
        return Api.object()
                .put("responseId", UUID.randomUUID().toString())
                .put("link", campaign.link())
                .put("version", 1)
                .<ObjectNode>set("answers", answers)
                .put("startedAt", given.minusSeconds(60).toString())
                .put("submittedAt", given.toString())
                .put("locale", "zh-cn");
    }

    private static ObjectNode survey(Asked asked) {
        var survey = Api.object().put("title", asked.title()).put("side", asked.side());
        var elements = survey.putObject("definition")
                .put("title", asked.title())
                .put("locale", "zh-cn")
                .putArray("elements");
        var choices = elements.addObject()
                .put("type", "dropdown")
                .put("name", "department")
                .put("title", "部门")
                .put("isRequired", true)
                .putArray("choices");
        asked.rated().forEach(choices::add);
        var measures = survey.putArray("measures");
        for (var place = 0; place < asked.questions().size(); place++) {
            var question = asked.questions().get(place);
            elements.addObject()
                    .put("type", "rating")
                    .put("name", question)
                    .put("title", "请评分：" + question)
                    .put("rateMin", 1)
                    .put("rateMax", 5)
                    .put("isRequired", true);
            var measure = measures.addObject()
                    .put("metric", asked.metrics().get(place))
                    .put("question", question)
                    .put("per", "RESPONSE");
            measure.putObject("scale").put("min", 1).put("max", 5);
            measure.putObject("department").put("fromAnswer", "department");
        }
        return survey;
    }
}
