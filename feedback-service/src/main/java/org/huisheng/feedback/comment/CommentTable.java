package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import org.huisheng.feedback.comment.CommentList.Filter;
import org.huisheng.feedback.reading.TableLanguages;
import org.huisheng.feedback.reading.TableWords;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.table.TableFile;
import org.jspecify.annotations.Nullable;

/** The register as a table, read page by page while it is written. What the government said itself is not in it. */
@ApplicationScoped
class CommentTable {

    private static final int AT_ONCE = 1_000;
    private static final List<String> HEADERS = List.of(
            "id",
            "kind",
            "level",
            "title",
            "sourceDocument",
            "receivedAt",
            "deadline",
            "leadDepartment",
            "status",
            "repliedAt",
            "replyReference",
            "acknowledgedAt");

    private final ReadComments readComments;
    private final TableLanguages languages;

    CommentTable(ReadComments readComments, TableLanguages languages) {
        this.readComments = readComments;
        this.languages = languages;
    }

    StreamingOutput csv(Filter filter, @Nullable String language) {
        return languages.csv(language, HEADERS, (table, words) -> fill(table, filter, words));
    }

    StreamingOutput xlsx(Filter filter, @Nullable String language) {
        return languages.xlsx(language, "comments", HEADERS, (table, words) -> fill(table, filter, words));
    }

    private void fill(TableFile table, Filter filter, TableWords words) throws IOException {
        var order = filter.order();
        Keyset last = null;
        do {
            var page = readComments.page(filter, last, AT_ONCE);
            for (var comment : page) {
                table.row(cells(comment, words));
            }
            last = page.size() < AT_ONCE
                    ? null
                    : new Keyset(
                            order.place(page.getLast()).toString(),
                            page.getLast().id());
        } while (last != null);
    }

    private static @Nullable Object[] cells(GovernmentComment comment, TableWords words) {
        return new @Nullable Object[] {
            comment.id(),
            words.of(comment.kind()),
            words.level(comment.level()),
            comment.title(),
            comment.sourceDocument(),
            words.time(comment.receivedAt()),
            words.time(comment.deadline().orElse(null)),
            words.department(comment.leadDepartment().orElse(null)),
            words.of(comment.status()),
            words.time(comment.repliedAt().orElse(null)),
            comment.replyReference().orElse(null),
            words.time(comment.acknowledgedAt().orElse(null))
        };
    }
}
