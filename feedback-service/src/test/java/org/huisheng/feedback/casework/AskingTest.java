package org.huisheng.feedback.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huisheng.feedback.casework.CaseFixture.DONE;
import static org.huisheng.feedback.casework.CaseFixture.at;
import static org.huisheng.feedback.casework.CaseFixture.in;
import static org.huisheng.feedback.casework.CaseStatus.RESOLVED;
import static org.huisheng.feedback.casework.CaseStatus.UNREACHABLE;

import org.huisheng.kit.problem.DomainException.Conflict;
import org.junit.jupiter.api.Test;

class AskingTest {

    @Test
    void ten_calls_in_one_afternoon_make_nobody_unreachable_but_one_on_each_of_three_days_do() {
        var matter = in(RESOLVED);
        for (var i = 0; i < 10; i++) {
            Asking.contact(matter, ContactChannel.PHONE, ContactOutcome.NO_ANSWER, at(4 + i));
        }
        // 23:59 and 00:01 in Shanghai are two days.
        Asking.contact(matter, ContactChannel.PHONE, ContactOutcome.BUSY, at(12 * 60 - 1));
        Asking.contact(matter, ContactChannel.SMS, ContactOutcome.NO_ANSWER, at(12 * 60 + 1));
        Asking.contact(matter, ContactChannel.PHONE, ContactOutcome.NO_STATEMENT, at(3 * 24 * 60));

        assertThatThrownBy(() -> Asking.giveUp(matter, 3, at(3 * 24 * 60)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("too-few-attempts"));
        Asking.contact(matter, ContactChannel.PHONE, ContactOutcome.NO_ANSWER, at(4 * 24 * 60));
        Asking.giveUp(matter, 3, at(4 * 24 * 60));

        assertThat(matter.status()).isEqualTo(UNREACHABLE);
        assertThat(matter.rating()).isEmpty();
    }

    @Test
    void attempts_about_one_resolution_are_none_about_the_next() {
        var matter = in(RESOLVED);
        Asking.contact(matter, ContactChannel.PHONE, ContactOutcome.NO_ANSWER, at(4));
        matter.dispute(at(5));
        matter.start(at(6));
        matter.resolve(DONE, at(7));

        assertThatThrownBy(() -> Asking.giveUp(matter, 1, at(8))).isInstanceOf(Conflict.class);
    }
}
