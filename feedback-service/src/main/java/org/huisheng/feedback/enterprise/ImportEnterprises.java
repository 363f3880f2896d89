package org.huisheng.feedback.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huisheng.feedback.enterprise.ImportPlan.Key;
import org.huisheng.feedback.enterprise.ImportPlan.Planned;
import org.huisheng.feedback.sheet.Sheet;
import org.huisheng.kit.platform.Uuid7;
import org.jspecify.annotations.Nullable;

/** Brings the register up to date from a table: all rows that can be read, in one transaction. */
@ApplicationScoped
class ImportEnterprises {

    private final Parks parks;
    private final Enterprises enterprises;
    private final EntityManager entities;
    private final Clock clock;

    ImportEnterprises(Parks parks, Enterprises enterprises, EntityManager entities, Clock clock) {
        this.parks = parks;
        this.enterprises = enterprises;
        this.entities = entities;
        this.clock = clock;
    }

    /** @param id of the enterprise; null if there is none, or none yet */
    record Done(Planned planned, @Nullable UUID id) {}

    record Imported(List<String> ignored, List<Done> rows) {}

    @Transactional
    Imported run(Sheet sheet, boolean dryRun) {
        if (!dryRun) {
            inTurn();
        }
        var plan = ImportPlan.of(sheet, parksByWord(), known());
        var now = clock.instant();
        var done = new ArrayList<Done>();
        for (var planned : plan.rows()) {
            done.add(new Done(planned, dryRun ? present(planned) : carryOut(planned, now)));
        }
        enterprises.flush();
        return new Imported(plan.ignored(), done);
    }

    private static @Nullable UUID present(Planned planned) {
        return switch (planned) {
            case Planned.Updated updated -> updated.enterprise().id();
            case Planned.Unchanged unchanged -> unchanged.enterprise().id();
            case Planned.Created _, Planned.Refused _ -> null;
        };
    }

    private @Nullable UUID carryOut(Planned planned, Instant now) {
        switch (planned) {
            case Planned.Created created -> {
                var enterprise = new Enterprise(Uuid7.at(now), created.profile(), now);
                enterprises.persist(enterprise);
                return enterprise.id();
            }
            case Planned.Updated updated -> updated.enterprise().change(updated.profile(), now);
            case Planned.Unchanged _, Planned.Refused _ -> {}
        }
        return present(planned);
    }

    /** A park is found by its code, or by its name if no other has the same. */
    private Map<String, String> parksByWord() {
        var words = new HashMap<String, String>();
        var ambiguous = new HashSet<String>();
        var all = parks.listAll();
        for (var park : all) {
            if (words.putIfAbsent(park.name(), park.code()) != null) {
                ambiguous.add(park.name());
            }
        }
        words.keySet().removeAll(ambiguous);
        all.forEach(park -> words.put(park.code(), park.code()));
        return words;
    }

    /** A district has hundreds of enterprises, however long the system runs. */
    private Map<Key, Enterprise> known() {
        return enterprises.withContacts().stream().collect(Collectors.toMap(Key::of, Function.identity()));
    }

    /** Two imports of the same table would make the same enterprises. */
    private void inTurn() {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(35, 0)) AS turn")
                .getSingleResult();
    }
}
