package org.huisheng.feedback.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.reading.ReadCases.Allowed;
import org.huisheng.kit.table.TableFile;
import org.jspecify.annotations.Nullable;

/** A list of cases as a table, read page by page while it is written; like the list it holds no personal data. */
@ApplicationScoped
class CaseTable {

    private static final int AT_ONCE = 1_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
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

    CaseTable(ReadCases readCases) {
        this.readCases = readCases;
    }

    StreamingOutput csv(Allowed allowed) {
        return output -> {
            try (var table = TableFile.csv(output, HEADERS)) {
                fill(table, allowed);
            }
        };
    }

    StreamingOutput xlsx(Allowed allowed) {
        return output -> {
            try (var table = TableFile.xlsx(output, "cases", HEADERS)) {
                fill(table, allowed);
            }
        };
    }

    private void fill(TableFile table, Allowed allowed) throws IOException {
        CaseCursor last = null;
        do {
            var page = readCases.page(allowed, last, AT_ONCE);
            for (var matter : page) {
                table.row(cells(matter));
            }
            last = page.size() < AT_ONCE
                    ? null
                    : CaseCursor.after(page.getLast(), allowed.filter().order());
        } while (last != null);
    }

    private static @Nullable Object[] cells(Case matter) {
        var intake = matter.intake();
        return new @Nullable Object[] {
            matter.id(),
            intake.side(),
            intake.category(),
            intake.severity(),
            intake.title(),
            matter.status(),
            matter.department().orElse(null),
            time(intake.receivedAt()),
            time(matter.openedAt()),
            time(matter.updatedAt()),
            time(matter.deadlines().resolutionDueAt()),
            time(matter.deadlines().overdueSince()),
            matter.ending().orElse(null),
            matter.rating().orElse(null),
            matter.mergedInto().orElse(null)
        };
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant);
    }
}
