package org.huisheng.feedback.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huisheng.feedback.delivery.Channel;
import org.huisheng.feedback.intake.Stakeholder;
import org.huisheng.feedback.request.Addresses;

/** By which roads a stakeholder can be reached. */
final class Contacts {

    private Contacts() {}

    static List<Channel> of(Optional<Stakeholder> stakeholder) {
        return Arrays.stream(Channel.values())
                .filter(channel -> by(channel, stakeholder).isPresent())
                .toList();
    }

    static Optional<String> by(Channel channel, Optional<Stakeholder> stakeholder) {
        return stakeholder.flatMap(one -> Optional.ofNullable(
                switch (channel) {
                    case SMS -> one.phone() == null || !Addresses.takesMessages(one.phone()) ? null : one.phone();
                    case EMAIL -> one.email();
                }));
    }
}
