package org.huisheng.feedback.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.reading.ReadCases.Allowed;
import org.huisheng.kit.table.TableFile;
import org.jspecify.annotations.Nullable;

/**
 * A list of cases as a table, read page by page while it is written; like the list it holds no personal data. People get it in
 * their language.
 */
@ApplicationScoped
class CaseTable {

    private static final int AT_ONCE = 1_000;
    private static final List<String> HEADERS = List.of(
            "id",
            "side",
            "category",
            "severity",
            "title",
            "status",
            "department",
            "receivedAt",
            "openedAt",
            "updatedAt",
            "dueAt",
            "overdueSince",
            "ending",
            "rating",
            "mergedInto");

    private final ReadCases readCases;
    private final TableLanguages languages;

    CaseTable(ReadCases readCases, TableLanguages languages) {
        this.readCases = readCases;
        this.languages = languages;
    }

    StreamingOutput csv(Allowed allowed, @Nullable String language) {
        return languages.csv(language, HEADERS, (table, words) -> fill(table, allowed, words));
    }

    StreamingOutput xlsx(Allowed allowed, @Nullable String language) {
        return languages.xlsx(language, "cases", HEADERS, (table, words) -> fill(table, allowed, words));
    }

    private void fill(TableFile table, Allowed allowed, TableWords words) throws IOException {
        CaseCursor last = null;
        do {
            var page = readCases.page(allowed, last, AT_ONCE);
            for (var matter : page) {
                table.row(cells(matter, words));
            }
            last = page.size() < AT_ONCE
                    ? null
                    : CaseCursor.after(page.getLast(), allowed.filter().order());
        } while (last != null);
    }

    private static @Nullable Object[] cells(Case matter, TableWords words) {
        var intake = matter.intake();
        return new @Nullable Object[] {
            matter.id(),
            words.of(intake.side()),
            words.category(intake.category()),
            words.of(intake.severity()),
            intake.title(),
            words.of(matter.status()),
            words.department(matter.department().orElse(null)),
            words.time(intake.receivedAt()),
            words.time(matter.openedAt()),
            words.time(matter.updatedAt()),
            words.time(matter.deadlines().resolutionDueAt()),
            words.time(matter.deadlines().overdueSince()),
            words.of(matter.ending().orElse(null)),
            matter.rating().orElse(null),
            matter.mergedInto().orElse(null)
        };
    }
}
