package org.huisheng.feedback.notification;

import java.util.Arrays;
import java.util.List;
import org.huisheng.feedback.delivery.Channel;
import org.huisheng.feedback.intake.Stakeholder;
import org.jspecify.annotations.Nullable;

/** By which roads a stakeholder can be reached. */
final class Contacts {

    private Contacts() {}

    static List<Channel> of(@Nullable Stakeholder stakeholder) {
        return Arrays.stream(Channel.values())
                .filter(channel -> by(channel, stakeholder) != null)
                .toList();
    }

    @Nullable
    static String by(Channel channel, @Nullable Stakeholder stakeholder) {
        if (stakeholder == null) {
            return null;
        }
        return switch (channel) {
            case SMS -> stakeholder.phone();
            case EMAIL -> stakeholder.email();
        };
    }
}
