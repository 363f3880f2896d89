package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huisheng.feedback.comment.CommentTask.Part;
import org.huisheng.feedback.department.Departments;
import org.jspecify.annotations.Nullable;

/** Puts a letter together from the template and what the departments have done; and keeps the template. */
@ApplicationScoped
class WriteReply {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE).withZone(ZoneId.of("Asia/Shanghai"));

    private final Comments comments;
    private final CommentTasks tasks;
    private final Departments departments;
    private final EntityManager entities;
    private final Clock clock;

    WriteReply(Comments comments, CommentTasks tasks, Departments departments, EntityManager entities, Clock clock) {
        this.comments = comments;
        this.tasks = tasks;
        this.departments = departments;
        this.entities = entities;
        this.clock = clock;
    }

    /** @param title of what is answered */
    record Letter(String title, List<String> paragraphs) {}

    /** In words of its own, or in those of the template. */
    @Transactional
    Letter letter(UUID id) {
        var comment = comments.require(id);
        var own = entities.find(ReplyLetter.class, id);
        var text = own == null ? text(comment) : own.text();
        return new Letter(comment.title(), text.lines().toList());
    }

    /** As the template says it now. */
    @Transactional(TxType.MANDATORY)
    String text(GovernmentComment comment) {
        var words = template().text();
        var pending = comment.replyPending().orElse("");
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        values.put(Placeholder.TITLE, comment.title());
        values.put(Placeholder.SOURCE_DOCUMENT, comment.sourceDocument());
        values.put(Placeholder.RECEIVED_AT, day(comment.receivedAt()));
        values.put(Placeholder.VERBATIM, comment.verbatim());
        values.put(
                Placeholder.LEAD_DEPARTMENT,
                comment.leadDepartment().map(this::name).orElse(""));
        values.put(Placeholder.PENDING, pending);
        values.put(Placeholder.RESULTS, results(tasks.of(comment.id())) + told(pending, words));
        values.put(Placeholder.TODAY, day(comment.repliedAt().orElse(clock.instant())));
        return Placeholder.fill(words, values);
    }

    /** What is still to come stands in the letter, whether or not the template has a place for it. */
    private static String told(String pending, String template) {
        return pending.isEmpty() || Placeholder.PENDING.isIn(template) ? "" : "\n后续事项：" + pending;
    }

    @Transactional
    ReplyTemplate template() {
        return entities.find(ReplyTemplate.class, ReplyTemplate.ONLY);
    }

    @Transactional
    ReplyTemplate changeTemplate(@Nullable Long expected, String text) {
        var template = template();
        template.write(expected, text);
        entities.flush();
        return template;
    }

    private String results(List<CommentTask> all) {
        return all.stream()
                .filter(task -> task.result().isPresent() && !task.isWithdrawn())
                .map(task -> name(task.department())
                        + (task.role() == Part.LEAD ? "（主办）：" : "（协办）：")
                        + task.result().get())
                .collect(Collectors.joining("\n"));
    }

    private String name(String code) {
        var department = departments.findById(code);
        return department == null ? code : department.name(Locale.SIMPLIFIED_CHINESE);
    }

    private static String day(Instant when) {
        return DAY.format(when);
    }
}
