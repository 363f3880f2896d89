package org.huisheng.feedback.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import org.huisheng.feedback.reading.TableLanguages;
import org.huisheng.feedback.reading.TableWords;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.visit.Visits.Filter;
import org.huisheng.kit.table.TableFile;
import org.jspecify.annotations.Nullable;

/** Visits as a table, read page by page while it is written: what a list shows, so whom the surveyor met is not in it. */
@ApplicationScoped
class VisitTable {

    private static final int AT_ONCE = 1_000;
    private static final List<String> HEADERS = List.of(
            "id",
            "enterprise",
            "park",
            "department",
            "surveyor",
            "plannedFor",
            "status",
            "visitedAt",
            "satisfaction",
            "slips");

    private final ReadVisits readVisits;
    private final TableLanguages languages;

    VisitTable(ReadVisits readVisits, TableLanguages languages) {
        this.readVisits = readVisits;
        this.languages = languages;
    }

    StreamingOutput csv(Filter allowed, @Nullable String language) {
        return languages.csv(language, HEADERS, (table, words) -> fill(table, allowed, words));
    }

    StreamingOutput xlsx(Filter allowed, @Nullable String language) {
        return languages.xlsx(language, "visits", HEADERS, (table, words) -> fill(table, allowed, words));
    }

    private void fill(TableFile table, Filter allowed, TableWords words) throws IOException {
        Keyset last = null;
        do {
            var found = readVisits.page(allowed, last, AT_ONCE);
            for (var visit : found.visits()) {
                table.row(cells(visit, found.names().getOrDefault(visit.enterprise(), ""), words));
            }
            last = found.visits().size() < AT_ONCE ? null : after(found.visits().getLast());
        } while (last != null);
    }

    private static Keyset after(Visit visit) {
        return new Keyset(visit.plannedFor().toString(), visit.id());
    }

    private static @Nullable Object[] cells(Visit visit, String enterprise, TableWords words) {
        return new @Nullable Object[] {
            visit.id(),
            enterprise,
            visit.park(),
            words.department(visit.department()),
            visit.surveyor().orElse(null),
            visit.plannedFor(),
            words.of(visit.status()),
            words.time(visit.visitedAt().orElse(null)),
            visit.satisfaction().orElse(null),
            visit.slips()
        };
    }
}
