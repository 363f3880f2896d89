package org.huisheng.feedback.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ChainCheck;
import org.huisheng.feedback.casework.ChainCheck.Flaw;
import org.huisheng.feedback.casework.Timeline;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Goes along the timelines of some cases, in the order of their ids, in one snapshot. */
@ApplicationScoped
class VerifyTimelines {

    private static final Logger LOG = Logger.getLogger(VerifyTimelines.class);

    /** After so many entries no further case is begun, so that a call takes about as long whatever the cases. */
    private static final int MOST_ENTRIES = 20_000;

    private final EntityManager database;
    private final Cases cases;
    private final Timeline timeline;

    VerifyTimelines(EntityManager database, Cases cases, Timeline timeline) {
        this.database = database;
        this.cases = cases;
        this.timeline = timeline;
    }

    record Finding(UUID caseId, int seq, Flaw flaw) {}

    /** @param next after which case to go on; null if there is none */
    record Segment(
            int cases,
            int entries,
            List<Finding> findings,
            @Nullable UUID next) {}

    @Transactional
    Segment segment(@Nullable UUID after, int limit) {
        snapshot();
        var some = cases.find("id > ?1 order by id", after == null ? new UUID(0, 0) : after)
                .page(0, limit)
                .list();
        var findings = new ArrayList<Finding>();
        var entries = 0;
        var checked = 0;
        for (var matter : some) {
            if (entries >= MOST_ENTRIES) {
                break;
            }
            entries += check(matter, findings);
            checked++;
        }
        var whole = checked == some.size() && some.size() < limit;
        return new Segment(
                checked, entries, findings, whole ? null : some.get(checked - 1).id());
    }

    @Transactional
    Segment one(UUID id) {
        snapshot();
        var findings = new ArrayList<Finding>();
        var entries = check(cases.require(id), findings);
        return new Segment(1, entries, findings, null);
    }

    /** Else the case would be read before a step and its timeline after it. */
    private void snapshot() {
        database.createNativeQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                .executeUpdate();
    }

    private int check(Case matter, List<Finding> findings) {
        var check = new ChainCheck();
        var page = timeline.of(matter.id(), 0);
        while (!page.isEmpty()) {
            page.forEach(check::read);
            var last = page.getLast().seq();
            // What was read is not kept, however long a timeline is.
            page.forEach(database::detach);
            page = page.size() < Timeline.PAGE ? List.of() : timeline.of(matter.id(), last);
        }
        check.against(matter).ifPresent(found -> {
            LOG.errorf("The timeline of case %s is not what was written: %s", matter.id(), found);
            findings.add(new Finding(matter.id(), found.seq(), found.flaw()));
        });
        return check.entries();
    }
}
