package org.huisheng.feedback.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.FeedbackEvent.Ending;
import org.huisheng.feedback.casework.CaseFixture.Move;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;

/** Random lives of cases. A failing seed is repeated with {@code -Dseed=…}. */
class CasePropertyTest {

    private static final List<String> DEPARTMENTS = List.of("DIST", "MKT", "DISP");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @RepeatedTest(20)
    void whatever_is_tried_the_case_its_timeline_and_its_events_agree() {
        for (var i = 0; i < 50; i++) {
            var life = live(new UUID(seed, i));
            var matter = life.matter();

            assertThat(life.entries()).as("seed %d", seed).hasSize(matter.timelineLength());
            var previous = TimelineEntry.CHAIN_START;
            CaseStatus status = null;
            for (var entry : life.entries()) {
                assertThat(entry.follows(previous)).as("seed %d", seed).isTrue();
                assertThat(entry.from().orElse(null)).as("seed %d", seed).isEqualTo(status);
                previous = entry.hash();
                status = entry.to();
            }
            assertThat(previous).as("seed %d", seed).isEqualTo(matter.timelineHead());
            assertThat(status).as("seed %d", seed).isEqualTo(matter.status());
            assertThat(matter.department().isEmpty())
                    .as("seed %d", seed)
                    .isEqualTo(matter.merger().map(Merger::from).orElse(matter.status()) == CaseStatus.RECEIVED);
            assertThat(matter.ending().isPresent())
                    .as("seed %d", seed)
                    .isEqualTo(matter.status() == CaseStatus.CONFIRMED || matter.status() == CaseStatus.CLOSED);
            assertThat(matter.rating().isPresent())
                    .as("seed %d", seed)
                    .isEqualTo(matter.ending().filter(Ending.CONFIRMED::equals).isPresent());
            assertThat(matter.firstReceiver())
                    .as("seed %d", seed)
                    .isEqualTo(life.entries().stream()
                            .filter(entry -> entry.step() == StepKind.STARTED)
                            .findFirst()
                            .flatMap(TimelineEntry::department));
            assertThat(life.entries().stream()
                            .filter(entry -> entry.step() == StepKind.RESOLVED)
                            .count())
                    .as("seed %d", seed)
                    .isEqualTo(matter.attempt());
        }
    }

    @RepeatedTest(20)
    void the_events_in_any_order_tell_how_many_cases_stand_where() {
        var lives = new ArrayList<Life>();
        for (var i = 0; i < 100; i++) {
            lives.add(live(new UUID(seed, i)));
        }
        var events = new ArrayList<>(
                lives.stream().flatMap(life -> life.events().stream()).toList());
        Collections.shuffle(events, random);

        var counted = new Counts();
        events.forEach(counted::add);

        var expected = new Counts();
        for (var life : lives) {
            expected.enter(told(life.matter().status()));
            life.matter()
                    .department()
                    .filter(_ -> life.matter().status() != CaseStatus.MERGED)
                    .ifPresent(code -> expected.byDepartment.merge(code, 1, Integer::sum));
        }
        assertThat(counted.byStatus()).as("seed %d", seed).isEqualTo(expected.byStatus());
        assertThat(counted.byDepartment()).as("seed %d", seed).isEqualTo(expected.byDepartment());
    }

    /** Others do not hear of waiting; and whoever cannot be asked may still answer, so to them the case is resolved. */
    private static CaseStatus told(CaseStatus status) {
        return switch (status) {
            case WAITING -> CaseStatus.IN_PROGRESS;
            case UNREACHABLE -> CaseStatus.RESOLVED;
            default -> status;
        };
    }

    /** As rates by category are counted. */
    @RepeatedTest(20)
    void the_events_in_any_order_tell_what_counts_under_which_category() {
        var lives = new ArrayList<Life>();
        for (var i = 0; i < 100; i++) {
            lives.add(live(new UUID(seed, i)));
        }
        var events = new ArrayList<>(
                lives.stream().flatMap(life -> life.events().stream()).toList());
        Collections.shuffle(events, random);

        var counted = new CountsByCategory();
        events.forEach(counted::add);

        var expected = new CountsByCategory();
        lives.forEach(life -> expected.expect(life.matter()));
        assertThat(counted.counts()).as("seed %d", seed).isEqualTo(expected.counts());
    }

    private record Life(Case matter, List<TimelineEntry> entries, List<FeedbackEvent> events) {}

    private Life live(UUID id) {
        var matter = new Case(id, CaseFixture.complaint(), CaseFixture.at(0));
        var life = new Life(matter, new ArrayList<>(), new ArrayList<>());
        keep(life, matter.open(CaseFixture.at(0)));
        var tries = random.nextInt(40);
        for (var i = 1; i <= tries; i++) {
            var move = Move.values()[random.nextInt(Move.values().length)];
            var department = DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
            try {
                keep(life, move.tryOn(matter, department, CaseFixture.at(i)));
            } catch (Conflict refused) {
                // Most random steps are; the case must not notice.
            }
        }
        return life;
    }

    private static void keep(Life life, Case.Step step) {
        life.entries().add(step.entry());
        step.event().ifPresent(life.events()::add);
    }

    /** Sums of what each event adds and takes away, as a consumer might keep them. */
    private static final class Counts {

        private final Map<CaseStatus, Integer> byStatus = new EnumMap<>(CaseStatus.class);
        private final Map<String, Integer> byDepartment = new HashMap<>();

        void add(FeedbackEvent event) {
            switch (event) {
                case FeedbackEvent.CaseOpened _ -> enter(CaseStatus.RECEIVED);
                case FeedbackEvent.CaseAssigned assigned -> {
                    byDepartment.merge(assigned.department(), 1, Integer::sum);
                    if (assigned.previousDepartment() == null) {
                        move(CaseStatus.RECEIVED, CaseStatus.ASSIGNED);
                    } else {
                        byDepartment.merge(assigned.previousDepartment(), -1, Integer::sum);
                    }
                }
                case FeedbackEvent.CaseTransferred transferred -> {
                    byDepartment.merge(transferred.department(), 1, Integer::sum);
                    byDepartment.merge(transferred.previousDepartment(), -1, Integer::sum);
                    move(CaseStatus.IN_PROGRESS, CaseStatus.ASSIGNED);
                }
                case FeedbackEvent.CaseStarted started ->
                    move(started.reopened() ? CaseStatus.DISPUTED : CaseStatus.ASSIGNED, CaseStatus.IN_PROGRESS);
                case FeedbackEvent.CaseResolved _ -> move(CaseStatus.IN_PROGRESS, CaseStatus.RESOLVED);
                case FeedbackEvent.CaseConfirmed _ -> move(CaseStatus.RESOLVED, CaseStatus.CONFIRMED);
                case FeedbackEvent.CaseDisputed _ -> move(CaseStatus.RESOLVED, CaseStatus.DISPUTED);
                case FeedbackEvent.CaseMerged merged -> {
                    move(before(merged.department(), merged.responded()), CaseStatus.MERGED);
                    leave(merged.department(), -1);
                }
                case FeedbackEvent.CaseSeparated separated -> {
                    move(CaseStatus.MERGED, before(separated.department(), separated.responded()));
                    leave(separated.department(), 1);
                }
                case FeedbackEvent.CaseFollowed _ -> {}
                case FeedbackEvent.CaseOverdue _ -> {}
                case FeedbackEvent.CaseRecategorised _ -> {}
                case FeedbackEvent.CaseUnreachable _ -> {}
                case FeedbackEvent.CaseOverridden overridden ->
                    move(CaseStatus.RESOLVED, overridden.closed() ? CaseStatus.CLOSED : CaseStatus.CONFIRMED);
                case FeedbackEvent.CaseClosed closed ->
                    move(
                            closed.ending() == Ending.UNREACHABLE ? CaseStatus.RESOLVED : CaseStatus.CONFIRMED,
                            CaseStatus.CLOSED);
            }
        }

        private static CaseStatus before(@Nullable String department, boolean responded) {
            if (department == null) {
                return CaseStatus.RECEIVED;
            }
            return responded ? CaseStatus.IN_PROGRESS : CaseStatus.ASSIGNED;
        }

        private void leave(@Nullable String department, int sign) {
            if (department != null) {
                byDepartment.merge(department, sign, Integer::sum);
            }
        }

        private void move(CaseStatus from, CaseStatus to) {
            byStatus.merge(from, -1, Integer::sum);
            enter(to);
        }

        private void enter(CaseStatus status) {
            byStatus.merge(status, 1, Integer::sum);
        }

        Map<CaseStatus, Integer> byStatus() {
            byStatus.values().removeIf(count -> count == 0);
            return byStatus;
        }

        Map<String, Integer> byDepartment() {
            byDepartment.values().removeIf(count -> count == 0);
            return byDepartment;
        }
    }
}
