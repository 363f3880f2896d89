package org.huisheng.feedback.supply;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Numbers;
import org.jspecify.annotations.Nullable;

/** All figures of a report, typed in. */
record FiguresRequest(@Nullable List<@Nullable SupplyFigureRequest> figures) {

    static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    record SupplyFigureRequest(
            @Nullable String code,
            @Nullable String name,
            @Nullable String unit,
            @Nullable BigDecimal present,
            @Nullable BigDecimal previous,
            @Nullable String note) {

        /** @param at where it stands in what was said */
        SupplyFigure check(Checks checks, String at) {
            var said = checks.text(at + "/code", code, 64);
            if (code != null && !CODE.matcher(said).matches()) {
                checks.add(at + "/code", "bad-figure-code");
            }
            return new SupplyFigure(
                    said,
                    checks.text(at + "/name", name, 100),
                    checks.text(at + "/unit", unit, 20),
                    number(checks, at + "/present", present),
                    number(checks, at + "/previous", previous),
                    checks.optionalText(at + "/note", note, 200));
        }

        private static @Nullable BigDecimal number(Checks checks, String path, @Nullable BigDecimal said) {
            return said == null ? null : Numbers.number(checks, path, said, Numbers.DECIMALS);
        }
    }

    List<SupplyFigure> check() {
        var checks = new Checks();
        var said = checks.required("/figures", figures, List.<@Nullable SupplyFigureRequest>of());
        if (said.size() > SupplyReport.MOST_FIGURES) {
            checks.add("/figures", "too-many", SupplyReport.MOST_FIGURES);
            checks.passed();
        }
        var all = new ArrayList<SupplyFigure>();
        var codes = new HashSet<String>();
        for (var i = 0; i < said.size(); i++) {
            var one = said.get(i) == null ? new SupplyFigureRequest(null, null, null, null, null, null) : said.get(i);
            var figure = one.check(checks, "/figures/" + i);
            if (!codes.add(figure.code())) {
                checks.add("/figures/" + i + "/code", "code-twice", figure.code());
            }
            all.add(figure);
        }
        checks.passed();
        return all;
    }
}
