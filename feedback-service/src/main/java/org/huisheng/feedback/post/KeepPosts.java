package org.huisheng.feedback.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.huisheng.feedback.department.Departments;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.Nullable;

/** The office keeps the posts. */
@ApplicationScoped
class KeepPosts {

    private final Posts posts;
    private final Departments departments;

    KeepPosts(Posts posts, Departments departments) {
        this.posts = posts;
        this.departments = departments;
    }

    /** @param isNew whether there was none of the code */
    record Kept(Post post, boolean isNew) {}

    @Transactional
    Kept put(String code, @Nullable Long expected, PostChange change) {
        if (change.department() != null) {
            departments.requireActive("/department", change.department());
        }
        var known = posts.findById(code);
        if (known == null) {
            if (expected != null) {
                throw new Outdated();
            }
            var made = new Post(code, change.over(code, null));
            posts.add(made);
            posts.flush();
            return new Kept(made, true);
        }
        known.verify(expected);
        known.become(change.over(code, known.terms()));
        posts.flush();
        return new Kept(known, false);
    }

    @Transactional
    Post one(String code) {
        return posts.require(code);
    }

    @Transactional
    List<Post> page(String after, int limit) {
        return posts.page(after, limit);
    }
}
