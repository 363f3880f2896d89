package org.huisheng.feedback.suggestion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huisheng.feedback.suggestion.Word.Fate;

/** All that suggesters added. */
@ApplicationScoped
class Words implements PanacheRepositoryBase<Word, Word.Key> {

    Optional<Word> under(String key) {
        return find("clientKey", key).firstResultOptional();
    }

    /** What the case does not have, in the order it was written; bounded by how much one may write. */
    List<Word> notPassedOn(Suggestion suggestion) {
        return list("suggestion = ?1 and fate <> ?2 order by number", suggestion.codeHash(), Fate.PASSED_ON);
    }

    /** What is still gathered, of the periods before the beginning. */
    List<Word> gathered(Suggestion suggestion, Instant beginning) {
        return list(
                "suggestion = ?1 and fate = ?2 and since < ?3 order by number",
                suggestion.codeHash(),
                Fate.GATHERED,
                beginning);
    }

    /** Whose words wait for being passed on, in no order. */
    List<String> suggestersBefore(Instant beginning, int limit) {
        List<?> found = getEntityManager()
                .createNativeQuery("""
                        SELECT suggestion FROM (
                            SELECT DISTINCT word.suggestion FROM suggestion_word AS word
                            JOIN suggestion ON suggestion.code_hash = word.suggestion
                            WHERE word.fate = 'GATHERED' AND word.since < ?1 AND suggestion.case_id IS NOT NULL) AS due
                        ORDER BY random() LIMIT ?2
                        """, String.class)
                .setParameter(1, beginning)
                .setParameter(2, limit)
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }
}
