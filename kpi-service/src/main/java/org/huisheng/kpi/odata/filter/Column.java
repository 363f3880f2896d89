package org.huisheng.kpi.odata.filter;

/** A property of a set's rows. */
public record Column(String name, Type type, boolean nullable, boolean key) {

    public static Column key(String name, Type type) {
        return new Column(name, type, false, true);
    }

    public static Column of(String name, Type type) {
        return new Column(name, type, false, false);
    }

    public static Column optional(String name, Type type) {
        return new Column(name, type, true, false);
    }
}
