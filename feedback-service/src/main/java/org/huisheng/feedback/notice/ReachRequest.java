package org.huisheng.feedback.notice;

import java.util.Set;
import org.huisheng.feedback.delivery.Channel;
import org.huisheng.feedback.request.Addresses;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** @param locale {@code zh-CN} when not said */
record ReachRequest(
        @Nullable Audience audience,
        @Nullable String department,
        @Nullable Channel channel,
        @Nullable String address,
        @Nullable String locale) {

    private static final String CHINESE = "zh-CN";
    private static final Set<String> LOCALES = Set.of(CHINESE, "en");

    Reach check() {
        var checks = new Checks();
        var reach = new Reach(
                checks.required("/audience", audience, Audience.OFFICE),
                department(checks),
                checks.required("/channel", channel, Channel.EMAIL),
                address(checks),
                locale == null ? CHINESE : locale);
        if (!LOCALES.contains(reach.locale())) {
            checks.add("/locale", "unknown-locale");
        }
        checks.passed();
        return reach;
    }

    private @Nullable String department(Checks checks) {
        if (audience == Audience.LIAISON) {
            return checks.required("/department", department, "-");
        }
        return department;
    }

    private String address(Checks checks) {
        var text = checks.text("/address", address, 254);
        if (address != null && channel != null && !isOf(channel, text)) {
            checks.add("/address", "bad-address");
        }
        return text;
    }

    private static boolean isOf(Channel channel, String text) {
        return switch (channel) {
            case SMS -> Addresses.takesMessages(text);
            case EMAIL -> Addresses.isEmail(text);
        };
    }

    @Override
    public String toString() {
        return "ReachRequest[" + audience + ", …]";
    }
}
