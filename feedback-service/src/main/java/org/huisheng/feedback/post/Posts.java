package org.huisheng.feedback.post;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;

/** All posts. */
@ApplicationScoped
public class Posts implements PanacheRepositoryBase<Post, String> {

    /** Posts are kinds of work: a company of thousands has hundreds. */
    public static final int MOST = 1000;

    /** @throws RuleViolated unless it is in use */
    public void requireActive(String path, String code) {
        if (!isActive(code)) {
            throw new RuleViolated(List.of(new Violation(path, "unknown-post", code)));
        }
    }

    /** @throws RuleViolated unless it is in use, and the department's or of many departments */
    public void requireActiveIn(String department, String path, String code) {
        requireActive(path, code);
        var owner = require(code).terms().department();
        if (owner != null && !owner.equals(department)) {
            throw new RuleViolated(List.of(new Violation(path, "foreign-post", code, owner)));
        }
    }

    public boolean isActive(String code) {
        return findByIdOptional(code).filter(post -> post.terms().active()).isPresent();
    }

    public List<Post> all() {
        return findAll().page(Page.ofSize(MOST)).list();
    }

    /** @throws Conflict if the register would have too many */
    public void add(Post post) {
        if (count() >= MOST) {
            throw new Conflict("too-many-posts", MOST);
        }
        persist(post);
    }

    Post require(String code) {
        return findByIdOptional(code).orElseThrow(() -> new NotFound("post", code));
    }

    List<Post> page(String after, int limit) {
        return find("code > ?1 order by code", after).page(Page.ofSize(limit)).list();
    }
}
