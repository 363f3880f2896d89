package org.huisheng.kpi.briefing.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.huisheng.kpi.briefing.content.BriefingContent;
import org.huisheng.kpi.seal.frozen.CanonicalJson;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** The one template an organisation has. */
@ApplicationScoped
public class BriefingTemplates {

    private final Database database;
    private final Clock clock;

    BriefingTemplates(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public BriefingTemplate present() {
        return database
                .read(
                        "SELECT version, content FROM briefing_template",
                        row -> new BriefingTemplate(
                                row.getLong("version"),
                                CanonicalJson.value(
                                        CanonicalJson.tree(row.getString("content")), BriefingContent.class)))
                .stream()
                .findFirst()
                .orElse(BriefingTemplate.BUILT_IN);
    }

    /** @param expected the version the caller saw, null when any will do */
    @Transactional
    BriefingTemplate replace(@Nullable Long expected, BriefingContent content, String by) {
        database.read("SELECT pg_advisory_xact_lock(hashtext('briefing_template'))", row -> true);
        var present = present();
        if (expected != null && expected != present.version()) {
            throw new Outdated();
        }
        var next = new BriefingTemplate(present.version() + 1, content);
        database.write(
                """
                INSERT INTO briefing_template (id, version, content, changed_at, changed_by) VALUES (1, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET version = excluded.version, content = excluded.content,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """, next.version(), CanonicalJson.of(content), clock.instant().atOffset(ZoneOffset.UTC), by);
        return next;
    }
}
