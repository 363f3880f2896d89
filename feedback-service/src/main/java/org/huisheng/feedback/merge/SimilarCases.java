package org.huisheng.feedback.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.request.Conditions;
import org.jspecify.annotations.Nullable;

/** What may be about the same matter: of the same enterprise, or of the same side and category, at about the same time. */
@ApplicationScoped
class SimilarCases {

    private static final int MOST = 20;

    private final Cases cases;
    private final CaseAccess access;

    SimilarCases(Cases cases, CaseAccess access) {
        this.cases = cases;
        this.access = access;
    }

    /** @param sameOrganisation whether both stakeholders named it alike */
    record Similar(Case matter, boolean sameOrganisation, boolean sameCategory) {}

    /** Those of the same enterprise first, each kind from the newest on; those of other departments only for the office. */
    @Transactional
    List<Similar> of(UUID id, Duration window) {
        var matter = cases.require(id);
        access.requireInvolved(matter);
        var found = new LinkedHashMap<UUID, Case>();
        Stream.concat(ofTheOrganisation(matter, window), ofTheKind(matter, window))
                .forEach(other -> found.putIfAbsent(other.id(), other));
        return found.values().stream()
                .limit(MOST)
                .map(other -> compared(matter, other))
                .toList();
    }

    private Stream<Case> ofTheOrganisation(Case matter, Duration window) {
        var organisation = organisation(matter);
        return organisation == null
                ? Stream.empty()
                : newest(around(matter, window)
                        .and("intake.stakeholder.organisation = :organisation", Map.of("organisation", organisation)));
    }

    private Stream<Case> ofTheKind(Case matter, Duration window) {
        var intake = matter.intake();
        return newest(around(matter, window)
                .and(
                        "intake.side = :side and intake.category = :category",
                        Map.of("side", intake.side(), "category", intake.category())));
    }

    private Conditions around(Case matter, Duration window) {
        return new Conditions()
                .and(
                        "openedAt >= :from and openedAt <= :to and id <> :itself and status <> :merged",
                        Map.of(
                                "from",
                                matter.openedAt().minus(window),
                                "to",
                                matter.openedAt().plus(window),
                                "itself",
                                matter.id(),
                                "merged",
                                CaseStatus.MERGED))
                .equal("department", access.scope().orElse(null));
    }

    private Stream<Case> newest(Conditions conditions) {
        return cases
                .find("from Case " + conditions.where() + "order by openedAt desc, id desc", conditions.parameters())
                .page(0, MOST)
                .list()
                .stream();
    }

    private static Similar compared(Case matter, Case other) {
        return new Similar(
                other,
                organisation(matter) != null && Objects.equals(organisation(matter), organisation(other)),
                matter.intake().category().equals(other.intake().category())
                        && matter.intake().side() == other.intake().side());
    }

    private static @Nullable String organisation(Case matter) {
        var stakeholder = matter.intake().stakeholder();
        return stakeholder == null ? null : stakeholder.organisation();
    }
}
