package org.huisheng.feedback.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.feedback.casework.CaseFixture.DONE;
import static org.huisheng.feedback.casework.CaseFixture.at;
import static org.huisheng.feedback.casework.CaseFixture.in;
import static org.huisheng.feedback.casework.CaseFixture.received;
import static org.huisheng.feedback.casework.CaseStatus.ASSIGNED;
import static org.huisheng.feedback.casework.CaseStatus.IN_PROGRESS;
import static org.huisheng.feedback.casework.CaseStatus.RECEIVED;

import org.junit.jupiter.api.Test;

class TimelineEntryTest {

    @Test
    void the_timeline_is_a_chain_in_which_a_changed_entry_shows() {
        var matter = new Case(received().id(), CaseFixture.complaint(), at(0));

        var opened = matter.open(at(0)).entry();
        var assigned = matter.assign("DIST", at(1)).entry();
        var forged = new TimelineEntry(
                matter.id(),
                2,
                opened.hash(),
                new TimelineEntry.Change(StepKind.ASSIGNED, RECEIVED, ASSIGNED, "MKT", null, null),
                at(1));

        assertThat(opened.follows(TimelineEntry.CHAIN_START)).isTrue();
        assertThat(assigned.follows(opened.hash())).isTrue();
        assertThat(assigned.follows(TimelineEntry.CHAIN_START)).isFalse();
        assertThat(assigned.hash()).isEqualTo(matter.timelineHead()).isNotEqualTo(forged.hash());
    }

    @Test
    void a_resolution_is_kept_in_the_timeline_when_a_later_one_replaces_it() {
        var matter = in(IN_PROGRESS);

        var entry = matter.resolve(DONE, at(3)).entry();

        assertThat(entry.resolution()).contains(DONE);
    }

    @Test
    void particulars_are_under_the_hash_of_their_entry() {
        var matter = new Case(received().id(), CaseFixture.complaint(), at(0));
        var opened = matter.open(at(0)).entry();

        var changed = Noting.changeCategory(matter, "billing", at(1)).entry();
        var forged = new TimelineEntry(
                matter.id(),
                2,
                opened.hash(),
                new TimelineEntry.Change(
                        StepKind.CATEGORY_CHANGED,
                        RECEIVED,
                        RECEIVED,
                        null,
                        null,
                        null,
                        Particulars.change("power-quality", "safety")),
                at(1));

        assertThat(changed.follows(opened.hash())).isTrue();
        assertThat(changed.particulars()).contains(Particulars.change("power-quality", "billing"));
        assertThat(changed.hash()).isNotEqualTo(forged.hash());
    }
}
