package org.huisheng.kpi.briefing.production;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.kpi.briefing.edition.Edition;
import org.huisheng.kpi.briefing.paper.PaperForm;
import org.huisheng.kpi.briefing.paper.PaperLanguage;
import org.huisheng.kpi.sql.Database;

/** The last production of each issue in each language, with the papers it has made. */
@ApplicationScoped
public class Productions {

    private static final int TRIES = 3;

    private static final String READ = """
            SELECT briefing, language, state, version, edition_hash, ordered_at, finished_at,
                   (edition IS NOT NULL)::int
                   + (SELECT count(*) FROM briefing_paper p WHERE (p.briefing, p.language) = (b.briefing, b.language)) AS done
            FROM briefing_production b
            """;

    private final Database database;

    Productions(Database database) {
        this.database = database;
    }

    public Optional<Production> find(UUID briefing, PaperLanguage language) {
        return database
                .read(READ + "WHERE briefing = ? AND language = ?", Productions::production, briefing, language.tag())
                .stream()
                .findFirst();
    }

    /** A paper that was made of that edition already. */
    public Optional<byte[]> paper(UUID briefing, PaperLanguage language, PaperForm form, String editionHash) {
        return database
                .read("""
                        SELECT content FROM briefing_paper JOIN briefing_production USING (briefing, language)
                        WHERE briefing = ? AND language = ? AND form = ? AND edition_hash = ?
                        """, row -> row.getBytes("content"), briefing, language.tag(), form.name(), editionHash)
                .stream()
                .findFirst();
    }

    /** Anew, unless somebody has done so meanwhile. */
    void begin(UUID briefing, PaperLanguage language, Instant now) {
        var begun = database.write("""
                INSERT INTO briefing_production AS present (briefing, language, state, tries, ordered_at)
                VALUES (?, ?, 'WAITING', 0, ?)
                ON CONFLICT (briefing, language) DO UPDATE
                    SET state = 'WAITING', tries = 0, ordered_at = excluded.ordered_at, finished_at = NULL,
                        version = NULL, edition = NULL, edition_hash = NULL
                    WHERE present.state IN ('DONE', 'FAILED')
                """, briefing, language.tag(), now.atOffset(ZoneOffset.UTC));
        if (begun > 0) {
            database.write("DELETE FROM briefing_paper WHERE briefing = ? AND language = ?", briefing, language.tag());
        }
    }

    /**
     * The one that waits longest and that nobody is at: its step is tried once more, or it has failed. Whose process ended in
     * a step has let go of it.
     */
    Optional<Production> claim(Instant now) {
        return database.read("""
                        UPDATE briefing_production b
                        SET state = CASE WHEN tries < ? THEN 'RUNNING' ELSE 'FAILED' END,
                            finished_at = CASE WHEN tries < ? THEN NULL ELSE ?::timestamptz END,
                            tries = least(tries + 1, ?)
                        WHERE (briefing, language) = (
                            SELECT briefing, language FROM briefing_production WHERE state IN ('WAITING', 'RUNNING')
                            ORDER BY ordered_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING briefing, language, state, version, edition_hash, ordered_at, finished_at,
                            (edition IS NOT NULL)::int
                            + (SELECT count(*) FROM briefing_paper p
                               WHERE (p.briefing, p.language) = (b.briefing, b.language)) AS done
                        """, Productions::production, TRIES, TRIES, now.atOffset(ZoneOffset.UTC), TRIES).stream()
                .findFirst();
    }

    /** For whoever does its next step, until their transaction ends; empty if somebody else is at it. */
    Optional<Production> hold(Production claimed) {
        return database
                .read(
                        READ + "WHERE briefing = ? AND language = ? AND state = 'RUNNING' FOR UPDATE OF b SKIP LOCKED",
                        Productions::production,
                        claimed.briefing(),
                        claimed.language().tag())
                .stream()
                .findFirst();
    }

    void keepEdition(Production held, Issues.Compiled compiled) {
        database.write(
                """
                UPDATE briefing_production SET edition = ?, edition_hash = ?, version = ?, tries = 0
                WHERE briefing = ? AND language = ?
                """,
                compiled.edition().canonical(),
                compiled.edition().hash(),
                compiled.version(),
                held.briefing(),
                held.language().tag());
    }

    Edition edition(Production held) {
        return Edition.read(database.read(
                        "SELECT edition FROM briefing_production WHERE briefing = ? AND language = ?",
                        row -> row.getString("edition"),
                        held.briefing(),
                        held.language().tag())
                .getFirst());
    }

    void keepPaper(Production held, PaperForm form, byte[] content) {
        database.write(
                "INSERT INTO briefing_paper (briefing, language, form, content) VALUES (?, ?, ?, ?)",
                held.briefing(),
                held.language().tag(),
                form.name(),
                content);
        database.write(
                "UPDATE briefing_production SET tries = 0 WHERE briefing = ? AND language = ?",
                held.briefing(),
                held.language().tag());
    }

    void finish(Production held, Instant now) {
        database.write(
                "UPDATE briefing_production SET state = 'DONE', finished_at = ? WHERE briefing = ? AND language = ?",
                now.atOffset(ZoneOffset.UTC),
                held.briefing(),
                held.language().tag());
    }

    private static Production production(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Production(
                row.getObject("briefing", UUID.class),
                PaperLanguage.of(row.getString("language")),
                ProductionState.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getObject("version", Long.class),
                row.getString("edition_hash"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
