package org.huisheng.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.huisheng.kit.audit.AuditChain.Head;
import org.huisheng.kit.audit.AuditChain.LogFinding;
import org.huisheng.kit.audit.AuditChain.LogFlaw;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final int ROUNDS = 300;

    @Test
    void a_chain_nobody_touched_has_no_flaw() {
        rounds((random, chain) -> assertThat(check(chain, head(chain))).isEmpty());
    }

    @Test
    void an_entry_with_another_content_is_found_where_it_is() {
        rounds((random, chain) -> {
            var head = head(chain);
            var at = random.nextInt(chain.size());
            chain.set(at, altered(chain.get(at)));

            assertThat(check(chain, head)).containsExactly(new LogFinding(at + 1, LogFlaw.ALTERED));
        });
    }

    @Test
    void who_hashes_an_altered_entry_anew_is_found_at_the_one_after_it_or_at_the_end() {
        rounds((random, chain) -> {
            var head = head(chain);
            var at = random.nextInt(chain.size());
            var before = at == 0 ? Entries.start().hash() : chain.get(at - 1).hash();
            chain.set(
                    at, LinkedEntry.after(before, at + 1, altered(chain.get(at)).entry()));

            var last = at == chain.size() - 1;
            assertThat(check(chain, head))
                    .containsExactly(
                            last ? new LogFinding(at + 1, LogFlaw.CUT) : new LogFinding(at + 2, LogFlaw.ALTERED));
        });
    }

    @Test
    void a_removed_entry_is_missed_where_it_was() {
        rounds((random, chain) -> {
            var head = head(chain);
            var at = random.nextInt(chain.size() - 1);
            chain.remove(at);

            assertThat(check(chain, head)).containsExactly(new LogFinding(at + 1, LogFlaw.MISSING));
        });
    }

    @Test
    void a_removed_entry_whose_place_the_others_have_closed_is_found_there_too() {
        rounds((random, chain) -> {
            var head = head(chain);
            var at = random.nextInt(chain.size() - 1);
            chain.remove(at);
            chain.replaceAll(one ->
                    one.position() > at + 1 ? new LinkedEntry(one.position() - 1, one.entry(), one.hash()) : one);

            assertThat(check(chain, head)).first().isEqualTo(new LogFinding(at + 1, LogFlaw.ALTERED));
        });
    }

    @Test
    void an_entry_put_between_two_is_found_where_it_is() {
        rounds((random, chain) -> {
            var head = head(chain);
            var at = random.nextInt(chain.size());
            var before = at == 0 ? Entries.start().hash() : chain.get(at - 1).hash();
            chain.replaceAll(
                    one -> one.position() > at ? new LinkedEntry(one.position() + 1, one.entry(), one.hash()) : one);
            chain.add(at, LinkedEntry.after(before, at + 1, Entries.random(random)));

            assertThat(check(chain, head)).first().isEqualTo(new LogFinding(at + 2, LogFlaw.ALTERED));
        });
    }

    @Test
    void two_entries_in_each_others_place_are_both_found() {
        rounds((random, chain) -> {
            var head = head(chain);
            var one = random.nextInt(chain.size() - 1);
            var other = one + 1 + random.nextInt(chain.size() - one - 1);
            var first = chain.get(one);
            var second = chain.get(other);
            chain.set(one, new LinkedEntry(first.position(), second.entry(), first.hash()));
            chain.set(other, new LinkedEntry(second.position(), first.entry(), second.hash()));

            assertThat(check(chain, head))
                    .containsExactly(
                            new LogFinding(one + 1, LogFlaw.ALTERED), new LogFinding(other + 1, LogFlaw.ALTERED));
        });
    }

    @Test
    void a_cut_tail_is_missed_from_its_last_entry_on() {
        rounds((random, chain) -> {
            var head = head(chain);
            var left = random.nextInt(chain.size());

            assertThat(check(chain.subList(0, left), head)).containsExactly(new LogFinding(left, LogFlaw.CUT));
        });
    }

    @Test
    void read_in_pieces_the_same_is_found_as_in_one() {
        rounds((random, chain) -> {
            var at = random.nextInt(chain.size());
            chain.set(at, altered(chain.get(at)));
            var cut = random.nextInt(chain.size());

            var first = new AuditChain(Entries.start());
            chain.subList(0, cut).forEach(first::read);
            var second = new AuditChain(first.head());
            chain.subList(cut, chain.size()).forEach(second::read);

            var found = new ArrayList<>(first.findings());
            found.addAll(second.findings());
            assertThat(found).containsExactly(new LogFinding(at + 1, LogFlaw.ALTERED));
        });
    }

    @Test
    void what_is_hashed_is_what_the_documentation_says() {
        var entry = new AuditEntry(
                UUID.fromString("018c2f6a-0000-7000-8000-000000000001"),
                Instant.parse("2026-11-26T02:00:00.123456789Z"),
                "wang",
                "OFFICE",
                null,
                "cases.assignment.post",
                "cases",
                "x\"y",
                null,
                "{}");

        assertThat(new String(entry.canonical(7), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"action\":\"cases.assignment.post\",\"actor\":\"wang\",\"at\":\"2026-11-26T02:00:00.123456Z\","
                                + "\"department\":null,\"detail\":\"{}\",\"id\":\"018c2f6a-0000-7000-8000-000000000001\","
                                + "\"position\":7,\"requestId\":null,\"roles\":\"OFFICE\",\"subjectId\":\"x\\\"y\","
                                + "\"subjectType\":\"cases\"}");
    }

    private interface Round {
        void play(Random random, List<LinkedEntry> chain);
    }

    private static void rounds(Round round) {
        var seed = System.nanoTime();
        System.out.println("AuditChainTest seed: " + seed);
        var random = new Random(seed);
        for (var i = 0; i < ROUNDS; i++) {
            round.play(random, new ArrayList<>(Entries.chain(random, 2 + random.nextInt(30))));
        }
    }

    private static LinkedEntry altered(LinkedEntry linked) {
        return new LinkedEntry(linked.position(), Entries.by(linked.entry(), "somebody-else"), linked.hash());
    }

    private static Head head(List<LinkedEntry> chain) {
        return new Head(chain.getLast().position(), chain.getLast().hash());
    }

    private static List<LogFinding> check(List<LinkedEntry> chain, Head head) {
        var check = new AuditChain(Entries.start());
        chain.forEach(check::read);
        check.endsAt(head);
        return check.findings();
    }
}
