package org.huisheng.feedback.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.feedback.delivery.Letter;
import org.huisheng.feedback.department.Departments;
import org.jspecify.annotations.Nullable;

/** The words of notices, in the recipient's language. What somebody said, or who they are, is behind the link. */
@ApplicationScoped
class Wording {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Departments departments;
    private final String publicUrl;

    Wording(Departments departments, @ConfigProperty(name = "huisheng.public-url") URI publicUrl) {
        this.departments = departments;
        this.publicUrl = publicUrl.toString().replaceFirst("/$", "");
    }

    Letter letter(Notice notice, Reach reach) {
        var news = notice.news();
        var key = key(news, notice.requestedAt());
        var words = words(reach.language());
        var department = department(news.department(), reach.language(), words);
        var due = news.dueAt() == null ? words.getString("no-due-time") : MINUTE.format(news.dueAt());
        return new Letter(
                notice.id(),
                news.subject(),
                notice.channel(),
                reach.address(),
                MessageFormat.format(words.getString(key + ".subject"), department),
                MessageFormat.format(words.getString(key + ".text"), department, due, address(news)));
    }

    /** Whether it was late is what it was when it was told, however long a road is broken. */
    private static String key(News news, Instant told) {
        var late = news.dueAt() != null && !told.isBefore(news.dueAt());
        return switch (news.occasion()) {
            case ASSIGNMENT -> "assignment";
            case DISPUTE -> "dispute";
            case ANSWER -> "answer";
            case TASK -> "task";
            case WAITING_OVER -> "waiting-over";
            case SUPERVISION -> "supervision";
            case FIRST_RESPONSE -> late ? "first-response.late" : "first-response.soon";
            case RESOLUTION -> late ? "resolution.late" : "resolution.soon";
            case CONFIRMATION -> late ? "confirmation.late" : "confirmation.soon";
            case OVERRIDE -> "override";
            case REMINDER -> late ? "reminder.late" : "reminder.soon";
            case ENTRUSTED -> "entrusted";
            case LEAD_GIVEN -> "lead-given";
            case LEAD_TAKEN -> "lead-taken";
            case PLAN_REMINDER -> late ? "plan-reminder.late" : "plan-reminder.soon";
            case PLAN_SUPERVISION -> "plan-supervision";
            case REPORT_REMINDER -> late ? "report-reminder.late" : "report-reminder.soon";
            case REPORT_UNANSWERED -> "report-unanswered";
            case PLAN_REPORT_MISSING -> "plan-report-missing";
            case REPORT_NOT_BEGUN -> late ? "report-not-begun.late" : "report-not-begun.soon";
            case LECTURE_DUE -> "lecture-due";
        };
    }

    private String department(@Nullable String code, Locale language, ResourceBundle words) {
        if (code == null) {
            return words.getString("no-department");
        }
        return departments
                .findByIdOptional(code)
                .map(department -> department.name(language))
                .orElse(code);
    }

    private String address(News news) {
        var page = publicUrl + "/console/" + news.occasion().page();
        return news.occasion().isOfAll() ? page : page + "/" + news.subject();
    }

    /** Without the fallback to the language of the machine. */
    static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle("notices", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
