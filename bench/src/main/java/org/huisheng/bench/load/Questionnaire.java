package org.huisheng.bench.load;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked, and how somebody answers it. Texts of answers are formatted so that values can be overwritten in place. */
public enum Questionnaire {
    TEN(10, "", "", "", List.of(), List.of(), List.of()),

    /** A condition, a condition of being required, a calculated value, a validator and a computed question: five expressions. */
    TWENTY(
            20,
            """
            ,{"type":"rating","name":"speed","rateMin":1,"rateMax":5,"isRequired":true},
            {"type":"rating","name":"attitude","rateMin":1,"rateMax":5,"isRequired":true},
            {"type":"rating","name":"clarity","rateMin":1,"rateMax":5},
            {"type":"boolean","name":"complained"},
            {"type":"comment","name":"complaint","visibleIf":"{complained} = true"},
            {"type":"radiogroup","name":"settled","choices":["yes","partly","no"],"requiredIf":"{complained} = true"},
            {"type":"text","name":"outages","inputType":"number","min":0,"max":100},
            {"type":"text","name":"minutes","inputType":"number","min":0,"max":1000,"validators":[{"type":"expression",\
            "expression":"{minutes} >= 10 or {outages} = 0","text":"停电时长与次数不符"}]},
            {"type":"checkbox","name":"wishes","choices":["notice","repair","price","charging"]},
            {"type":"expression","name":"handling","expression":"round(({speed} + {attitude} + {service}) / 3, 2)"}\
            """,
            """
            ,"calculatedValues":[{"name":"mean","includeIntoResult":true,"expression":\
            "({awareness} + {management} + {mechanism} + {service} + {overall}) / 5"}]\
            """,
            """
            ,"speed":4,"attitude":4,"clarity":4,"complained":true ,"complaint":"打了两次电话才有人来，来了以后处理得不错。",\
            "settled":"partly","outages":10,"minutes":30,"wishes":["notice","charging"]\
            """,
            List.of("speed", "attitude", "clarity"),
            List.of("complained"),
            List.of("outages", "minutes"));

    private static final String ASKED = """
            {"title":"供电服务测评","elements":[
            {"type":"radiogroup","name":"department","isRequired":true,"choices":[%s]},
            {"type":"rating","name":"awareness","rateMin":1,"rateMax":5,"isRequired":true},
            {"type":"rating","name":"management","rateMin":1,"rateMax":5,"isRequired":true},
            {"type":"rating","name":"mechanism","rateMin":1,"rateMax":5,"isRequired":true},
            {"type":"rating","name":"service","rateMin":1,"rateMax":5,"isRequired":true},
            {"type":"rating","name":"overall","rateMin":1,"rateMax":5,"isRequired":true},
            {"type":"checkbox","name":"channels","choices":["app","hall","phone"]},
            {"type":"boolean","name":"again"},
            {"type":"text","name":"years","inputType":"number","min":0,"max":100},
            {"type":"comment","name":"comment"}
            %s]%s}""";

    /** What the serial number of a comment follows. */
    static final String COMMENT = "停电通知可以再早一些，楼道灯坏了很久，希望尽快处理。";

    private static final String ANSWERED = """
            {"department":"PB","awareness":4,"management":4,"mechanism":4,"service":4,"overall":4,\
            "channels":["app","hall"],"again":true ,"years":10%s,"comment":"%s00000000"}""";

    private final int questions;
    private final String moreAsked;
    private final String calculated;
    private final String moreAnswered;
    private final List<String> moreRatings;
    private final List<String> moreFlags;
    private final List<String> moreNumbers;

    Questionnaire(
            int questions,
            String moreAsked,
            String calculated,
            String moreAnswered,
            List<String> moreRatings,
            List<String> moreFlags,
            List<String> moreNumbers) {
        this.questions = questions;
        this.moreAsked = moreAsked;
        this.calculated = calculated;
        this.moreAnswered = moreAnswered;
        this.moreRatings = moreRatings;
        this.moreFlags = moreFlags;
        this.moreNumbers = moreNumbers;
    }

    /** @throws IllegalArgumentException if there is none of so many questions */
    public static Questionnaire of(int questions) {
        return Stream.of(values())
                .filter(known -> known.questions == questions)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--questions is 10 or 20, not " + questions));
    }

    public int questions() {
        return questions;
    }

    /** SurveyJS JSON. */
    public String definition(Collection<String> departments) {
        var choices = departments.stream().map(code -> '"' + code + '"').collect(Collectors.joining(","));
        return ASKED.formatted(choices, moreAsked, calculated);
    }

    /** JSON, about the department PB. */
    public String answers() {
        return ANSWERED.formatted(moreAnswered, COMMENT);
    }

    /** Answered with one digit from 1 to 5. */
    List<String> ratings() {
        return and(List.of("awareness", "management", "mechanism", "service", "overall"), moreRatings);
    }

    /** Answered with true or false. */
    List<String> flags() {
        return and(List.of("again"), moreFlags);
    }

    /** Answered with two digits. */
    List<String> numbers() {
        return and(List.of("years"), moreNumbers);
    }

    private static List<String> and(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
