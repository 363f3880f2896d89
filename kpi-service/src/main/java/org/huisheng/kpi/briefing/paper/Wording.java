package org.huisheng.kpi.briefing.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.huisheng.kpi.briefing.edition.Edition;
import org.huisheng.kpi.briefing.edition.IssueFigure;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.scoring.Band;
import org.jspecify.annotations.Nullable;

/**
 * The words around figures, the same on all papers in a language. In English, what nobody has written in English stands as it
 * was written.
 */
record Wording(PaperLanguage language) {

    private static final int DECIMALS = 2;
    private static final DateTimeFormatter DAY = at("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter MOMENT = at("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter DAY_EN = at("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT_EN = at("d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_EN = at("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_MONTH_EN = at("MMM", Locale.ENGLISH);

    private static DateTimeFormatter at(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(Period.ZONE);
    }

    private String say(String chinese, String english) {
        return switch (language) {
            case CHINESE -> chinese;
            case ENGLISH -> english;
        };
    }

    /** What somebody has written. */
    <T> T written(T chinese, @Nullable T english) {
        return language == PaperLanguage.ENGLISH && english != null ? english : chinese;
    }

    String noContents() {
        return say("本栏本期暂无内容。", "Nothing in this section this month.");
    }

    String sources() {
        return say("数据来源", "Sources");
    }

    String sourcesNote() {
        return say(
                "各数字可按下列链接逐笔溯源；登录后按权限查看。",
                "Each figure can be traced by its link to what it is made of, by those who may see that.");
    }

    String source(IssueFigure figure) {
        return say("来源：", "Source: ") + about(figure);
    }

    String department() {
        return say("部门", "Department");
    }

    String indicator() {
        return say("指标", "Indicator");
    }

    String value() {
        return say("数值", "Value");
    }

    String sample() {
        return say("样本", "Sample");
    }

    String score() {
        return say("得分", "Score");
    }

    String light() {
        return say("红绿灯", "Light");
    }

    String picture(int number) {
        return say("图 ", "Figure ") + number;
    }

    String issue(Edition edition) {
        return edition.number() == null
                ? say("草稿，未编号", "Draft without a number")
                : say("第 " + edition.number() + " 期", "No. " + edition.number());
    }

    String masthead(Edition edition) {
        return written(edition.masthead(), edition.mastheadEn());
    }

    String organisation(Edition edition) {
        return written(edition.organisation(), edition.organisationEn());
    }

    String title(Edition edition) {
        return written(edition.title(), edition.titleEn());
    }

    String footer(Edition edition) {
        return written(edition.footer(), edition.footerEn());
    }

    String heading(Edition edition) {
        var title = title(edition);
        return masthead(edition) + " " + issue(edition) + (title.isEmpty() ? "" : " " + title);
    }

    String month(String period) {
        var month = YearMonth.parse(period);
        return say(month.getYear() + "年" + month.getMonthValue() + "月", MONTH_EN.format(month));
    }

    String shortMonth(String period) {
        var month = YearMonth.parse(period);
        return say(month.getMonthValue() + "月", SHORT_MONTH_EN.format(month));
    }

    /** Of the paper; one without any figure has none but its month. */
    String date(Edition edition) {
        return edition.asOf().equals(Instant.EPOCH) ? month(edition.period()) : day(edition.asOf());
    }

    private String day(Instant at) {
        return say(DAY.format(at), DAY_EN.format(at));
    }

    /** Whether the figures can still change. */
    String standing(Edition edition) {
        var month = month(edition.period());
        var seal = edition.seal();
        if (seal != null) {
            return say(
                    "%s数据已封账（第 %d 号封账，%s）。".formatted(month, seal.sequence(), day(seal.sealedAt())),
                    "The figures of %s are sealed (seal no. %d of %s)."
                            .formatted(month, seal.sequence(), day(seal.sealedAt())));
        }
        if (edition.number() != null && !edition.asOf().equals(Instant.EPOCH)) {
            return say(
                    "%s在本期发布时尚未封账，数据截至 %s。".formatted(month, MOMENT.format(edition.asOf())),
                    "%s was not sealed when this was published: figures are as of %s."
                            .formatted(month, MOMENT_EN.format(edition.asOf())));
        }
        return edition.asOf().equals(Instant.EPOCH)
                ? say(month + "尚未封账，亦无数据。", month + " is not sealed, and there are no figures.")
                : say(
                        "%s尚未封账，数据截至 %s，封账前可能变化。".formatted(month, MOMENT.format(edition.asOf())),
                        "%s is not sealed: figures are as of %s and can change until it is."
                                .formatted(month, MOMENT_EN.format(edition.asOf())));
    }

    /** A number with its unit, or why there is none. */
    String value(IssueFigure figure) {
        var shown = figure.shown();
        return shown == null ? absence(figure) : number(shown) + (figure.indicator() == null ? "" : figure.unit());
    }

    String score(IssueFigure figure) {
        var score = figure.score();
        return score == null ? "—" : number(score);
    }

    String sample(IssueFigure figure) {
        var n = figure.n();
        return n == null ? "—" : n.toString();
    }

    String light(@Nullable Band band) {
        return switch (band) {
            case null -> "—";
            case RED -> say("红灯", "Red");
            case YELLOW -> say("黄灯", "Yellow");
            case GREEN -> say("绿灯", "Green");
        };
    }

    String department(IssueFigure figure) {
        return written(figure.departmentName(), figure.departmentNameEn());
    }

    String name(IssueFigure figure) {
        return written(figure.name(), figure.nameEn());
    }

    String about(IssueFigure figure) {
        var month = month(figure.period());
        return department(figure) + " · " + name(figure) + say("（" + month + "）", " (" + month + ")");
    }

    private String absence(IssueFigure figure) {
        return switch (figure.state()) {
            case SUPPRESSED -> say("样本不足，不予显示", "Too few to be shown");
            case NOT_SEALED -> say("未封账", "Not sealed");
            case MISSING -> say("无此指标", "No such indicator");
            case SHOWN, TOO_FEW, NO_DATA -> say("无数据", "No data");
        };
    }

    /** As the console rounds it: one figure is one number wherever it is read. */
    private static String number(BigDecimal exact) {
        var rounded = exact.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
