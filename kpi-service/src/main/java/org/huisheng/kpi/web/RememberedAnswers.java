package org.huisheng.kpi.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.huisheng.kpi.sql.Changes;

/** Answers made of figures, kept as long as nothing they rest on has changed, which is looked up for each request. */
@ApplicationScoped
public class RememberedAnswers {

    private static final int MOST_BYTES = 8 << 20;

    private final Changes changes;
    private final Answers answers;
    private final Cache<Question, Answer> known = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Question _, Answer answer) -> answer.bytes.length)
            .build();

    RememberedAnswers(Changes changes, Answers answers) {
        this.changes = changes;
        this.answers = answers;
    }

    private record Question(MediaType type, Record asked) {}

    private record Answer(long changes, String digest, byte[] bytes) {}

    /**
     * Answers with JSON.
     *
     * @param asked all that the answer depends on besides the figures, above all whose rows may be seen; of a type that
     *     no other kind of question has
     * @param figures reads what there is when it is called
     */
    public Response json(Record asked, Request request, Supplier<Object> figures) {
        return answer(Answers.JSON_TYPE, asked, request, () -> answers.bytes(figures.get()));
    }

    /** The same as CSV. */
    public Response csv(Record asked, Request request, Supplier<String> figures) {
        return answer(Answers.CSV_TYPE, asked, request, () -> Answers.bytes(figures.get()));
    }

    private Response answer(MediaType type, Record asked, Request request, Supplier<byte[]> make) {
        // Counted before reading: what changes in between makes the answer newer than its count, and it is made again.
        var count = changes.count();
        var question = new Question(type, asked);
        var kept = known.getIfPresent(question);
        if (kept == null || kept.changes != count) {
            kept = make(count, make);
            known.put(question, kept);
        }
        var bytes = kept.bytes;
        return Answers.conditional(kept.digest, type, request, () -> bytes);
    }

    private static Answer make(long count, Supplier<byte[]> make) {
        var bytes = make.get();
        return new Answer(count, Answers.digest(bytes), bytes);
    }
}
