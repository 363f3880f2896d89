package org.huisheng.bench;

import java.util.Locale;

/** What a figure should be. A miss is said, and is no failure: another machine, or a busy one, may well miss it. */
record Target(String what, double limit, boolean atLeast) {

    static Target atLeast(double limit, String what) {
        return new Target(what, limit, true);
    }

    static Target atMost(double limit, String what) {
        return new Target(what, limit, false);
    }

    /** A figure that could not be had is missed. */
    boolean isMetBy(double figure) {
        return atLeast ? figure >= limit : figure <= limit;
    }

    String verdict(double figure) {
        return String.format(
                Locale.ROOT,
                "%s  %s: %.2f, wanted %s %s",
                isMetBy(figure) ? "PASS" : "MISS",
                what,
                figure,
                atLeast ? "≥" : "≤",
                limit);
    }

    void judge(double figure) {
        System.out.println("  " + verdict(figure));
    }
}
