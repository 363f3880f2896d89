package org.huisheng.feedback.post;

import org.jspecify.annotations.Nullable;

/** What somebody says of a post. What they do not say stays as it is. */
public record PostChange(
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String department,
        @Nullable Boolean keyPost,
        @Nullable Boolean active) {

    /** @param known null of a new one, which bears its code as long as nobody names it */
    public PostTerms over(String code, @Nullable PostTerms known) {
        if (known == null) {
            var called = name == null ? code : name;
            return new PostTerms(
                    called,
                    nameEn == null ? called : nameEn,
                    department,
                    Boolean.TRUE.equals(keyPost),
                    active == null || active);
        }
        return new PostTerms(
                name == null ? known.name() : name,
                nameEn == null ? known.nameEn() : nameEn,
                department == null ? known.department() : department,
                keyPost == null ? known.keyPost() : keyPost,
                active == null ? known.active() : active);
    }
}
