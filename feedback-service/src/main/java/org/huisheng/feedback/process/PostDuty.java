package org.huisheng.feedback.process;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What a post has to do in a process. @param post null of what everybody in it has to */
@Embeddable
public record PostDuty(@Nullable String post, String duty) {

    public static final int MOST = 200;
}
