package org.huisheng.feedback.comment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What the organisation's replies look like: text with {@link Placeholder}s. */
@Entity
class ReplyTemplate {

    /** One organisation, one letter. */
    static final int ONLY = 1;

    @Id
    private int id;

    @Version
    private long version;

    private String text;

    @NullUnmarked
    protected ReplyTemplate() {}

    void write(@Nullable Long expected, String newText) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
        text = newText;
    }

    String text() {
        return text;
    }

    long version() {
        return version;
    }
}
