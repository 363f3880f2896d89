package org.huisheng.feedback.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
}
