package org.huisheng.survey.contact;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.survey.answers.StoredAnswers;
import org.huisheng.survey.contact.CaseHolders.Holder;
import org.huisheng.survey.contact.ContactQuestions.Answer;
import org.huisheng.survey.definition.CompiledVersions;

/**
 * Shows how to reach who gave the response a case came from, and writes down who was shown it, in one transaction: nobody
 * sees it whose look is not on record.
 */
@ApplicationScoped
class ReadContact {

    private final EntityManager entities;
    private final CaseHolders holders;
    private final ContactViews views;
    private final CompiledVersions versions;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    ReadContact(
            EntityManager entities,
            CaseHolders holders,
            ContactViews views,
            CompiledVersions versions,
            Caller caller,
            ObjectMapper json,
            Clock clock) {
        this.entities = entities;
        this.holders = holders;
        this.views = views;
        this.versions = versions;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /** @throws NotFound if there is nothing that may be shown: no such case, an anonymous answer, one taken back */
    @Transactional(rollbackOn = SQLException.class)
    List<Answer> of(UUID caseId, Locale locale) throws SQLException {
        var holder = holders.of(caseId).orElseThrow(() -> new NotFound("contact", caseId));
        requireHandler(holder);
        var contact = contact(holder, locale);
        if (contact.isEmpty()) {
            throw new NotFound("contact", caseId);
        }
        views.add(caseId, caller.name(), caller.department().orElse(null), clock.instant());
        return contact;
    }

    private void requireHandler(Holder holder) {
        if (!caller.hasRole(Role.OFFICE)
                && !caller.department()
                        .filter(own -> own.equals(holder.department()))
                        .isPresent()) {
            throw new NotAllowed("foreign-department");
        }
    }

    private List<Answer> contact(Holder holder, Locale locale) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT c.survey_id, c.version, r.answers::text AS answers
                        FROM response r JOIN campaign c ON c.id = r.campaign_id
                        WHERE r.response_id = ?1 AND NOT c.anonymous AND r.withdrawn_at IS NULL
                        """, Tuple.class)
                .setParameter(1, holder.responseId())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .flatMap(row -> {
                    var version = versions.require(row.get("survey_id", UUID.class), row.get("version", Integer.class));
                    return ContactQuestions.of(version.definition())
                            .in(StoredAnswers.read(json, row.get("answers", String.class)), locale)
                            .stream();
                })
                .toList();
    }
}
