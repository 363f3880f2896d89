package org.huisheng.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;
import org.huisheng.demo.DemoDepartments.Department;

/** One questionnaire per side, and how somebody of that side would answer it. */
enum DemoSurveys {
    EMPLOYEE("员工社会责任年度问卷", "员工年度评价", true, 80) {
        @Override
        void questions(ArrayNode elements) {
            departments(elements, DemoDepartments.ALL);
            rating(elements, "awareness", "我清楚本岗位与社会责任的关系", 5);
            rating(elements, "management", "本部门的社会责任管理落到了实处", 5);
            rating(elements, "mechanism", "意见提出后能得到改进", 5);
            rating(elements, "outreach", "本部门做的事，外面的人听得到、看得见（不了解可不答）", 5).put("isRequired", false);
            comment(elements, "我想说的话");
        }

        @Override
        void measures(ArrayNode measures) {
            for (var topic : List.of("awareness", "management", "mechanism", "outreach")) {
                fromAnswer(measures, topic + ".employee", topic, 5);
            }
        }

        @Override
        void answer(ObjectNode answers, int number, RandomGenerator random) {
            var own = DemoDepartments.ALL.get(number % DemoDepartments.ALL.size());
            answers.put("department", own.code());
            answers.put("awareness", around(own.quality() + 0.2, 5, random));
            answers.put("management", around(own.quality(), 5, random));
            answers.put("mechanism", around(own.quality() - 0.2, 5, random));
            answers.put("outreach", around(own.quality() - 0.1, 5, random));
        }
    },

    GOVERNMENT("政府部门供电服务评价", "政府评价", false, 8) {
        @Override
        void questions(ArrayNode elements) {
            var matrix = elements.addObject()
                    .put("type", "matrix")
                    .put("name", "departments")
                    .put("title", "请评价与您有工作往来的部门");
            var columns = matrix.putArray("columns");
            for (var value = 1; value <= 5; value++) {
                columns.add(value);
            }
            var rows = matrix.putArray("rows");
            for (var department : DemoDepartments.ALL) {
                rows.addObject().put("value", department.code()).put("text", department.name());
            }
            comment(elements, "意见与要求");
        }

        @Override
        void measures(ArrayNode measures) {
            measure(measures, "satisfaction.government", "departments", "MATRIX_ROW", 5)
                    .putObject("department")
                    .put("fromRow", true);
        }

        @Override
        void answer(ObjectNode answers, int number, RandomGenerator random) {
            var rows = answers.putObject("departments");
            for (var department : DemoDepartments.ALL) {
                if (department.front() || random.nextInt(3) == 0) {
                    rows.put(department.code(), around(department.quality() + 0.1, 5, random));
                }
            }
        }
    },

    ENTERPRISE("园区企业月度走访满意度测评", "园区企业走访", false, 32) {
        @Override
        void questions(ArrayNode elements) {
            departments(elements, DemoDepartments.front());
            rating(elements, "overall", "您对供电服务的总体满意度", 5);
            elements.addObject()
                    .put("type", "checkbox")
                    .put("name", "concerns")
                    .put("title", "您关注的问题")
                    .putArray("choices")
                    .add("供电可靠性")
                    .add("电能质量")
                    .add("业扩报装")
                    .add("电费电价")
                    .add("停电通知");
            comment(elements, "需求与建议");
            elements.addObject().put("type", "boolean").put("name", "callback").put("title", "需要我们给您回电吗？");
            elements.addObject()
                    .put("type", "text")
                    .put("name", "phone")
                    .put("title", "您的电话")
                    .put("inputType", "tel")
                    .put("visibleIf", "{callback} = true")
                    .put("isRequired", true)
                    .put("contact", true);
        }

        @Override
        void measures(ArrayNode measures) {
            fromAnswer(measures, "satisfaction.service", "overall", 5);
        }

        @Override
        void answer(ObjectNode answers, int number, RandomGenerator random) {
            var front = DemoDepartments.front();
            var visited = front.get(number % front.size());
            answers.put("department", visited.code());
            answers.put("overall", around(visited.quality(), 5, random));
            answers.putArray("concerns").add(random.nextBoolean() ? "供电可靠性" : "电能质量");
        }
    },

    CUSTOMER("社会责任开放日体验调查", "社会责任开放日", true, 40) {
        @Override
        void questions(ArrayNode elements) {
            departments(elements, DemoDepartments.front());
            elements.addObject().put("type", "boolean").put("name", "first").put("title", "您是第一次参加开放日吗？");
            rating(elements, "overall", "今天的体验怎么样？", 10);
            comment(elements, "您希望我们改进什么？");
        }

        @Override
        void measures(ArrayNode measures) {
            fromAnswer(measures, "satisfaction.service", "overall", 10);
        }

        @Override
        void answer(ObjectNode answers, int number, RandomGenerator random) {
            var front = DemoDepartments.front();
            var met = front.get(number % front.size());
            answers.put("department", met.code());
            answers.put("first", random.nextBoolean());
            answers.put("overall", around(met.quality() * 2, 10, random));
        }
    };

    private static final List<String> REMARKS = List.of(
            "楼道灯坏了很久，希望尽快处理。",
            "停电通知可以再早一些。",
            "业扩报装的资料清单说明得很清楚，谢谢。",
            "园区电压偶有波动，影响精密设备。",
            "抢修师傅来得很快，态度也好。",
            "希望多举办这样的开放日。");

    private final String title;
    private final String campaign;
    private final boolean anonymous;
    private final int perMonth;

    DemoSurveys(String title, String campaign, boolean anonymous, int perMonth) {
        this.title = title;
        this.campaign = campaign;
        this.anonymous = anonymous;
        this.perMonth = perMonth;
    }

    abstract void questions(ArrayNode elements);

    abstract void measures(ArrayNode measures);

    abstract void answer(ObjectNode answers, int number, RandomGenerator random);

    String title() {
        return title;
    }

    String campaign() {
        return campaign;
    }

    boolean anonymous() {
        return anonymous;
    }

    int perMonth() {
        return perMonth;
    }

    ObjectNode survey() {
        var survey = Api.object().put("title", title).put("side", name());
        var definition = survey.putObject("definition").put("title", title).put("locale", "zh-cn");
        questions(definition.putArray("elements"));
        measures(survey.putArray("measures"));
        return survey;
    }

    ObjectNode answers(int number, RandomGenerator random) {
        var answers = Api.object();
        answer(answers, number, random);
        if (random.nextInt(4) == 0) {
            answers.put("comment", REMARKS.get(random.nextInt(REMARKS.size())));
        }
        return answers;
    }

    private static void departments(ArrayNode elements, List<Department> departments) {
        var choices = elements.addObject()
                .put("type", "dropdown")
                .put("name", "department")
                .put("title", "部门")
                .put("isRequired", true)
                .putArray("choices");
        for (var department : departments) {
            choices.addObject().put("value", department.code()).put("text", department.name());
        }
    }

    private static ObjectNode rating(ArrayNode elements, String name, String title, int max) {
        return elements.addObject()
                .put("type", "rating")
                .put("name", name)
                .put("title", title)
                .put("rateMin", 1)
                .put("rateMax", max)
                .put("isRequired", true);
    }

    private static void comment(ArrayNode elements, String title) {
        elements.addObject().put("type", "comment").put("name", "comment").put("title", title);
    }

    private static void fromAnswer(ArrayNode measures, String metric, String question, int max) {
        measure(measures, metric, question, "RESPONSE", max)
                .putObject("department")
                .put("fromAnswer", "department");
    }

    private static ObjectNode measure(ArrayNode measures, String metric, String question, String per, int max) {
        var measure = measures.addObject()
                .put("metric", metric)
                .put("question", question)
                .put("per", per);
        measure.putObject("scale").put("min", 1).put("max", max);
        return measure;
    }

    private static int around(double mean, int max, RandomGenerator random) {
        return (int) Math.clamp(Math.round(mean + random.nextGaussian() * max / 7.0), 1, max);
    }
}
