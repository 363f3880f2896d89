package org.huisheng.feedback.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.feedback.casework.CaseFixture.at;
import static org.huisheng.feedback.casework.CaseFixture.in;
import static org.huisheng.feedback.casework.CaseStatus.ASSIGNED;
import static org.huisheng.feedback.casework.CaseStatus.IN_PROGRESS;

import org.huisheng.events.FeedbackEvent.CaseTransferred;
import org.junit.jupiter.api.Test;

class FirstReceiverTest {

    @Test
    void work_that_is_given_away_stays_with_its_first_receiver_for_the_stakeholder() {
        var matter = in(IN_PROGRESS);

        var step = matter.transfer("MKT", at(3));
        matter.start(at(4));
        matter.transfer("DISP", at(5));

        assertThat(step.event())
                .hasValueSatisfying(event -> assertThat(event)
                        .isInstanceOfSatisfying(CaseTransferred.class, transferred -> {
                            assertThat(transferred.department()).isEqualTo("MKT");
                            assertThat(transferred.previousDepartment()).isEqualTo("DIST");
                        }));
        assertThat(matter.department()).contains("DISP");
        assertThat(matter.firstReceiver()).contains("DIST");
    }

    @Test
    void a_department_that_had_it_by_mistake_and_never_began_is_no_first_receiver() {
        var matter = in(ASSIGNED);

        matter.assign("MKT", at(2));
        matter.start(at(3));

        assertThat(matter.firstReceiver()).contains("MKT");
    }
}
