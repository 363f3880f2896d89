package org.huisheng.feedback.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.request.Keyset;
import org.jspecify.annotations.Nullable;

/** What matched which rule, and which case it has. */
@ApplicationScoped
class RuleCases {

    private final EntityManager entities;

    RuleCases(EntityManager entities) {
        this.entities = entities;
    }

    /** @param responseId null of a group of anonymous answers */
    record RuleMatch(
            UUID id, int ruleVersion, UUID caseId, @Nullable UUID responseId, Instant matchedAt) {}

    /** False when it was heard before. Of two who hear it at once the second waits for the first. */
    @Transactional(TxType.MANDATORY)
    boolean isNew(Matched matched, Instant now) {
        return entities.createNativeQuery("""
                        INSERT INTO rule_match (rule_id, source, rule_version, response_id, matched_at)
                        VALUES (?1, ?2, ?3, CASE WHEN ?4 THEN CAST(?2 AS uuid) END, ?5) ON CONFLICT (rule_id, source) DO NOTHING
                        """)
                        .setParameter(1, matched.ruleId())
                        .setParameter(2, matched.source())
                        .setParameter(3, matched.ruleVersion())
                        .setParameter(4, matched.responseId() != null)
                        .setParameter(5, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** @return whether the case is to be opened; otherwise there is one for the same key already, which it joins */
    @Transactional(TxType.MANDATORY)
    boolean claim(Matched matched, String key, UUID caseId) {
        var isFirst = entities.createNativeQuery("""
                        INSERT INTO rule_case (rule_id, key, case_id) VALUES (?1, ?2, ?3)
                        ON CONFLICT (rule_id, key) DO NOTHING
                        """)
                        .setParameter(1, matched.ruleId())
                        .setParameter(2, key)
                        .setParameter(3, caseId)
                        .executeUpdate()
                == 1;
        entities.createNativeQuery("""
                        UPDATE rule_match SET case_id =
                            (SELECT case_id FROM rule_case WHERE rule_case.rule_id = ?1 AND rule_case.key = ?2)
                        WHERE rule_id = ?1 AND source = ?3
                        """)
                .setParameter(1, matched.ruleId())
                .setParameter(2, key)
                .setParameter(3, matched.source())
                .executeUpdate();
        return isFirst;
    }

    /** The newest first. */
    @Transactional
    List<RuleMatch> page(UUID ruleId, @Nullable Keyset after, int limit) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT source, rule_version, case_id, response_id, matched_at FROM rule_match
                        WHERE rule_id = ?1 AND (matched_at, source) < (?2, ?3)
                        ORDER BY matched_at DESC, source DESC LIMIT ?4
                        """, Tuple.class)
                .setParameter(1, ruleId)
                .setParameter(
                        2,
                        OffsetDateTime.ofInstant(
                                after == null ? Instant.parse("9999-12-31T00:00:00Z") : after.moment(), ZoneOffset.UTC))
                .setParameter(3, after == null ? new UUID(-1, -1) : after.id())
                .setParameter(4, limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new RuleMatch(
                        row.get("source", UUID.class),
                        row.get("rule_version", Integer.class),
                        row.get("case_id", UUID.class),
                        row.get("response_id", UUID.class),
                        row.get("matched_at", Instant.class)))
                .toList();
    }
}
