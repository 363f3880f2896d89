package org.huisheng.feedback.duty;

import jakarta.persistence.Entity;
import org.jspecify.annotations.NullUnmarked;

/** Whose duty it is: a post, never a person. */
@Entity
class Post extends Named {

    @NullUnmarked
    protected Post() {}

    Post(String code, String name, String nameEn) {
        super(code, name, nameEn);
    }
}
