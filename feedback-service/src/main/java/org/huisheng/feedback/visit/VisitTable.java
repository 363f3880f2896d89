package org.huisheng.feedback.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
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
        var words = languages.words(language);
        return words.csv(HEADERS, table -> fill(table, allowed, words));
    }

    StreamingOutput xlsx(Filter allowed, @Nullable String language) {
        var words = languages.words(language);
        return words.xlsx("visits", HEADERS, table -> fill(table, allowed, words));
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
            visit.visitedAt().map(TIME::format).orElse(null),
            visit.satisfaction().orElse(null),
            visit.slips()
        };
    }
}
