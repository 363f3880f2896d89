package org.huisheng.feedback.notification;

import java.util.Arrays;
import java.util.List;
import org.huisheng.feedback.intake.Stakeholder;
import org.jspecify.annotations.Nullable;

/** The roads to a stakeholder. */
enum Channel {
    SMS,
    EMAIL;

    static List<Channel> to(@Nullable Stakeholder stakeholder) {
        return Arrays.stream(values())
                .filter(channel -> channel.contact(stakeholder) != null)
                .toList();
    }

    @Nullable
    String contact(@Nullable Stakeholder stakeholder) {
        if (stakeholder == null) {
            return null;
        }
        return switch (this) {
            case SMS -> stakeholder.phone();
            case EMAIL -> stakeholder.email();
        };
    }
}
