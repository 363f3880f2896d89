package org.huisheng.kit.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.huisheng.kit.audit.AuditChain.Head;
import org.huisheng.kit.platform.Uuid7;

/** Entries for tests, and chains of them. */
final class Entries {

    static final String SERVICE = "some-service";
    static final Instant BEGINNING = Instant.parse("2026-11-26T02:00:00.123456Z");

    private Entries() {}

    static AuditEntry random(Random random) {
        var at = BEGINNING.plusMillis(random.nextInt(1_000_000));
        return new AuditEntry(
                Uuid7.at(at),
                at,
                "user-" + random.nextInt(5),
                random.nextBoolean() ? "OFFICE" : "ADMIN,OFFICE",
                random.nextBoolean() ? null : "DIST",
                random.nextBoolean() ? "cases.assignment.post" : "cases.contact.read",
                "cases",
                random.nextInt(4) == 0 ? null : new UUID(random.nextLong(), random.nextLong()).toString(),
                random.nextBoolean() ? null : "request-" + random.nextInt(),
                random.nextBoolean() ? "{}" : "{\"period\":\"2026-0" + (1 + random.nextInt(9)) + "\"}");
    }

    static List<LinkedEntry> chain(Random random, int length) {
        var chain = new ArrayList<LinkedEntry>();
        var hash = AuditEntry.start(SERVICE);
        for (var position = 1; position <= length; position++) {
            chain.add(LinkedEntry.after(hash, position, random(random)));
            hash = chain.getLast().hash();
        }
        return chain;
    }

    static Head start() {
        return new Head(0, AuditEntry.start(SERVICE));
    }

    static AuditEntry by(AuditEntry entry, String actor) {
        return new AuditEntry(
                entry.id(),
                entry.at(),
                actor,
                entry.roles(),
                entry.department(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                entry.requestId(),
                entry.detail());
    }
}
