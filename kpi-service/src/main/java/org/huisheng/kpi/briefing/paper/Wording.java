package org.huisheng.kpi.briefing.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.huisheng.kpi.briefing.edition.Edition;
import org.huisheng.kpi.briefing.edition.IssueFigure;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.scoring.Band;
import org.jspecify.annotations.Nullable;

/** The words around figures, the same on all papers. */
final class Wording {

    static final String SUPPRESSED = "样本不足，不予显示";
    static final String NO_CONTENTS = "本栏本期暂无内容。";
    static final String SOURCES = "数据来源";
    static final String SOURCES_NOTE = "各数字可按下列链接逐笔溯源；登录后按权限查看。";

    private static final int DECIMALS = 2;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(Period.ZONE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(Period.ZONE);

    private Wording() {}

    static String issue(Edition edition) {
        return edition.number() == null ? "草稿，未编号" : "第 " + edition.number() + " 期";
    }

    static String heading(Edition edition) {
        return edition.masthead() + " " + issue(edition) + (edition.title().isEmpty() ? "" : " " + edition.title());
    }

    static String month(String period) {
        var month = YearMonth.parse(period);
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    static String shortMonth(String period) {
        return YearMonth.parse(period).getMonthValue() + "月";
    }

    /** Of the paper; one without any figure has none but its month. */
    static String date(Edition edition) {
        return edition.asOf().equals(Instant.EPOCH) ? month(edition.period()) : day(edition.asOf());
    }

    private static String day(Instant at) {
        return DAY.format(at);
    }

    /** Whether the figures can still change. */
    static String standing(Edition edition) {
        var seal = edition.seal();
        if (seal != null) {
            return "%s数据已封账（第 %d 号封账，%s）。".formatted(month(edition.period()), seal.sequence(), day(seal.sealedAt()));
        }
        return edition.asOf().equals(Instant.EPOCH)
                ? month(edition.period()) + "尚未封账，亦无数据。"
                : "%s尚未封账，数据截至 %s，封账前可能变化。".formatted(month(edition.period()), MOMENT.format(edition.asOf()));
    }

    /** A number with its unit, or why there is none. */
    static String value(IssueFigure figure) {
        var shown = figure.shown();
        return shown == null ? absence(figure) : number(shown) + (figure.indicator() == null ? "" : figure.unit());
    }

    static String score(IssueFigure figure) {
        var score = figure.score();
        return score == null ? "—" : number(score);
    }

    static String sample(IssueFigure figure) {
        var n = figure.n();
        return n == null ? "—" : n.toString();
    }

    static String light(@Nullable Band band) {
        return switch (band) {
            case null -> "—";
            case RED -> "红灯";
            case YELLOW -> "黄灯";
            case GREEN -> "绿灯";
        };
    }

    static String about(IssueFigure figure) {
        return "%s · %s（%s）".formatted(figure.departmentName(), figure.name(), month(figure.period()));
    }

    private static String absence(IssueFigure figure) {
        return switch (figure.state()) {
            case SUPPRESSED -> SUPPRESSED;
            case NOT_SEALED -> "未封账";
            case MISSING -> "无此指标";
            case SHOWN, TOO_FEW, NO_DATA -> "无数据";
        };
    }

    private static String number(BigDecimal exact) {
        var rounded = exact.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
