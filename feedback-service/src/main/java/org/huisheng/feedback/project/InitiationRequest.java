package org.huisheng.feedback.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.huisheng.events.Side;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Days;
import org.huisheng.feedback.request.Numbers;
import org.jspecify.annotations.Nullable;

/** The form of an initiation report as it comes in. */
record InitiationRequest(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String department,
        @Nullable String problem,
        @Nullable String goal,
        @Nullable Integer year,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        @Nullable BigDecimal budget,
        @Nullable List<@Nullable PartyRequest> stakeholders,
        @Nullable List<@Nullable ProjectMilestoneRequest> milestones,
        @Nullable List<@Nullable EffectRequest> indicators) {

    private static final int OLDEST = 2000;
    private static final int LAST = 2099;

    /** @param actions agreed with the group */
    record PartyRequest(
            @Nullable String name,
            @Nullable Side side,
            @Nullable Willingness willingness,
            @Nullable String resources,
            @Nullable BigDecimal affordableCost,
            @Nullable BigDecimal share,
            @Nullable String role,
            @Nullable List<@Nullable AgreedActionRequest> actions) {

        static final PartyRequest NONE =
                new PartyRequest("-", null, Willingness.LOW, "-", BigDecimal.ZERO, null, "-", null);

        Party check(Checks checks, String path) {
            var affordable = Numbers.amount(checks, path + "/affordableCost", affordableCost);
            var borne = share == null
                    ? BigDecimal.ZERO.setScale(Numbers.CENTS)
                    : Numbers.amount(checks, path + "/share", share);
            if (borne.compareTo(affordable) > 0) {
                checks.add(path + "/share", "beyond-affordable", affordable.toPlainString());
            }
            return new Party(
                    checks.text(path + "/name", name, 100),
                    side,
                    checks.required(path + "/willingness", willingness, Willingness.LOW),
                    checks.text(path + "/resources", resources, 1000),
                    affordable,
                    borne,
                    checks.text(path + "/role", role, 1000));
        }
    }

    record AgreedActionRequest(
            @Nullable String title, @Nullable LocalDate dueOn) {

        static final AgreedActionRequest NONE = new AgreedActionRequest("-", LocalDate.EPOCH);

        AgreedAction check(Checks checks, String path, int party) {
            return new AgreedAction(
                    party, checks.text(path + "/title", title, 500), Days.check(checks, path + "/dueOn", dueOn), null);
        }
    }

    record ProjectMilestoneRequest(
            @Nullable String title, @Nullable LocalDate dueOn) {

        static final ProjectMilestoneRequest NONE = new ProjectMilestoneRequest("-", LocalDate.EPOCH);

        Stop check(Checks checks, String path) {
            return new Stop(checks.text(path + "/title", title, 200), Days.check(checks, path + "/dueOn", dueOn), null);
        }
    }

    record EffectRequest(
            @Nullable String name,
            @Nullable String unit,
            @Nullable Direction direction,
            @Nullable BigDecimal valueBefore) {

        static final EffectRequest NONE = new EffectRequest("-", "-", Direction.UP, BigDecimal.ZERO);

        Effect check(Checks checks, String path) {
            return new Effect(
                    checks.text(path + "/name", name, 200),
                    checks.text(path + "/unit", unit, 20),
                    checks.required(path + "/direction", direction, Direction.UP),
                    Numbers.number(checks, path + "/valueBefore", valueBefore, Numbers.DECIMALS),
                    null);
        }
    }

    Initiation check() {
        var checks = new Checks();
        var begin = Days.check(checks, "/beginsOn", beginsOn);
        var end = Days.check(checks, "/endsOn", endsOn);
        if (end.isBefore(begin)) {
            checks.add("/endsOn", "before-the-beginning");
        }
        var said = given(stakeholders);
        var initiation = new Initiation(
                checks.text("/name", name, 200),
                checks.code("/department", department),
                checks.text("/problem", problem, 4000),
                checks.text("/goal", goal, 4000),
                checks.range("/year", year, OLDEST, LAST),
                begin,
                end,
                Numbers.amount(checks, "/budget", budget),
                each(
                        checks,
                        "/stakeholders",
                        said,
                        RootProject.MOST_PARTIES,
                        PartyRequest.NONE,
                        (party, path) -> party.check(checks, path)),
                actions(checks, said),
                each(
                        checks,
                        "/milestones",
                        given(milestones),
                        RootProject.MOST_MILESTONES,
                        ProjectMilestoneRequest.NONE,
                        (stop, path) -> stop.check(checks, path)),
                each(
                        checks,
                        "/indicators",
                        given(indicators),
                        RootProject.MOST_EFFECTS,
                        EffectRequest.NONE,
                        (effect, path) -> effect.check(checks, path)));
        checks.passed();
        return initiation;
    }

    private static List<AgreedAction> actions(Checks checks, List<@Nullable PartyRequest> said) {
        var all = new ArrayList<AgreedAction>();
        for (var i = 0; i < Math.min(said.size(), RootProject.MOST_PARTIES); i++) {
            var party = i;
            var one = said.get(i);
            all.addAll(each(
                    checks,
                    "/stakeholders/" + i + "/actions",
                    one == null ? List.of() : given(one.actions()),
                    RootProject.MOST_ACTIONS,
                    AgreedActionRequest.NONE,
                    (action, path) -> action.check(checks, path, party)));
        }
        if (all.size() > RootProject.MOST_ACTIONS) {
            checks.add("/stakeholders", "too-many", RootProject.MOST_ACTIONS);
        }
        return all;
    }

    private static <T> List<@Nullable T> given(@Nullable List<@Nullable T> list) {
        return list == null ? List.of() : list;
    }

    private static <T, R> List<R> each(
            Checks checks, String path, List<@Nullable T> said, int most, T none, BiFunction<T, String, R> check) {
        if (said.size() > most) {
            checks.add(path, "too-many", most);
        }
        var checked = new ArrayList<R>();
        for (var i = 0; i < Math.min(said.size(), most); i++) {
            var at = path + "/" + i;
            checked.add(check.apply(checks.required(at, said.get(i), none), at));
        }
        return checked;
    }
}
