package org.huisheng.feedback.post;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Whose duty it is: a post, never a person. It is given up, never deleted: records and cases name it. */
@Entity
public class Post {

    @Id
    private String code;

    @Version
    private long version;

    @Embedded
    private PostTerms terms;

    @NullUnmarked
    protected Post() {}

    public Post(String code, PostTerms terms) {
        this.code = code;
        this.terms = terms;
    }

    public void become(PostTerms next) {
        terms = next;
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    public String code() {
        return code;
    }

    long version() {
        return version;
    }

    public PostTerms terms() {
        return terms;
    }
}
