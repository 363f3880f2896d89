package org.huisheng.feedback.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The histories of all cases. */
@ApplicationScoped
public class Timeline implements PanacheRepositoryBase<TimelineEntry, TimelineEntry.Key> {

    public static final int PAGE = 100;

    /** The entries after number {@code seq}, oldest first. */
    public List<TimelineEntry> of(UUID caseId, int seq) {
        return find("caseId = ?1 and seq > ?2 order by seq", caseId, seq)
                .page(Page.ofSize(PAGE))
                .list();
    }

    public TimelineEntry require(UUID caseId, int seq) {
        return findById(new TimelineEntry.Key(caseId, seq));
    }

    /** The last step of that kind. */
    public Optional<TimelineEntry> last(UUID caseId, StepKind step) {
        return find("caseId = ?1 and step = ?2 order by seq desc", caseId, step).firstResultOptional();
    }

    /** The first step after number {@code seq} that is one of those, whoever took it, or a word of the stakeholder's. */
    public Optional<TimelineEntry> firstAfter(UUID caseId, int seq, Set<StepKind> steps, Set<StepKind> ofTheirs) {
        return find(
                        "caseId = ?1 and seq > ?2 and (step in ?3 or (step in ?4 and actor = ?5)) order by seq",
                        caseId,
                        seq,
                        steps,
                        ofTheirs,
                        Act.STAKEHOLDER)
                .firstResultOptional();
    }
}
