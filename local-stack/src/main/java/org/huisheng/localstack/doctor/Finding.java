package org.huisheng.localstack.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What one check came to.
 *
 * @param advice what to do about it; null when there is nothing to do
 */
record Finding(
        Level level, String name, String found, @Nullable String advice) {

    enum Level {
        OK,
        WARN,
        FAIL
    }

    static Finding ok(String name, String found) {
        return new Finding(Level.OK, name, found, null);
    }

    static Finding warn(String name, String found, String advice) {
        return new Finding(Level.WARN, name, found, advice);
    }

    static Finding fail(String name, String found, String advice) {
        return new Finding(Level.FAIL, name, found, advice);
    }

    String line() {
        return "%-4s %s: %s%s".formatted(level, name, found, advice == null ? "" : " — " + advice);
    }
}
