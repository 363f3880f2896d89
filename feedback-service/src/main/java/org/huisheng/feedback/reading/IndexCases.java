package org.huisheng.feedback.reading;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.StepFollower;
import org.huisheng.feedback.casework.StepKind;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/** Keeps the words of cases, written when there are new ones: with the case itself, and with what was done about it. */
@ApplicationScoped
class IndexCases implements StepFollower {

    private static final Logger LOG = Logger.getLogger(IndexCases.class);
    private static final String WRITE = """
            INSERT INTO case_text (case_id, titles, words)
            VALUES (:id, cast(:titles AS tsvector), cast(:words AS tsvector))
            ON CONFLICT (case_id) DO UPDATE SET titles = excluded.titles, words = excluded.words
            """;
    private static final Set<StepKind> CHANGES_WORDS =
            EnumSet.of(StepKind.OPENED, StepKind.RESOLVED, StepKind.CONTACT_CHANGED);

    private final EntityManager database;
    private final Cases cases;
    private final WordsBacklog backlog;

    IndexCases(EntityManager database, Cases cases, WordsBacklog backlog) {
        this.database = database;
        this.cases = cases;
        this.backlog = backlog;
    }

    @Override
    public void follow(Case matter, TimelineEntry entry) {
        if (CHANGES_WORDS.contains(entry.step())) {
            write(matter);
        }
    }

    private void write(Case matter) {
        database.createNativeQuery(WRITE)
                .setParameter("id", matter.id())
                .setParameter("titles", Bigrams.vector(List.of(matter.title())))
                .setParameter("words", Bigrams.vector(texts(matter)))
                .executeUpdate();
    }

    /** Neither names nor numbers of people: a table of words is no place for them. */
    private static List<String> texts(Case matter) {
        var intake = matter.intake();
        var texts = new ArrayList<>(List.of(intake.title(), intake.description()));
        if (intake.stakeholder() != null && intake.stakeholder().organisation() != null) {
            texts.add(intake.stakeholder().organisation());
        }
        if (intake.source() != null && intake.source().reference() != null) {
            texts.add(intake.source().reference());
        }
        matter.resolution().ifPresent(done -> texts.addAll(List.of(done.rootCause(), done.actionTaken())));
        return texts;
    }

    @Scheduled(
            identity = "case-text",
            every = "${huisheng.cases.index-backlog:60s}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Words of older cases wait", this::catchUp);
    }

    /** Those of before there were words. */
    void catchUp() {
        backlog.catchUp("case_text_backlog", "case_id", id -> write(cases.require(id)));
    }
}
