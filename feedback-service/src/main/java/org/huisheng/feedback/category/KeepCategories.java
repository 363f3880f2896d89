package org.huisheng.feedback.category;

import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.huisheng.feedback.department.Departments;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** The office keeps the tree. */
@ApplicationScoped
class KeepCategories {

    private final Categories categories;
    private final Departments departments;

    KeepCategories(Categories categories, Departments departments) {
        this.categories = categories;
        this.departments = departments;
    }

    record Tree(List<Category> categories, List<UnlistedCategory> unlisted) {}

    /** @param isNew whether the code was not listed before */
    record Kept(Category category, boolean isNew) {}

    @Transactional
    Tree tree() {
        var all = categories
                .findAll(Sort.by("code"))
                .page(Page.ofSize(Categories.MOST))
                .list();
        return new Tree(all, categories.unlisted());
    }

    @Transactional
    Category one(String code) {
        return categories.findByIdOptional(code).orElseThrow(() -> new NotFound("category", code));
    }

    @Transactional
    Kept put(String code, @Nullable Long expectedVersion, Entry entry) {
        if (entry.department() != null) {
            departments.requireActive("/department", entry.department());
        }
        var existing = categories.findById(code);
        if (expectedVersion != null && (existing == null || existing.version() != expectedVersion)) {
            throw new Outdated();
        }
        if (existing != null) {
            existing.become(entry);
            categories.flush();
            return new Kept(existing, false);
        }
        return new Kept(list(code, entry), true);
    }

    private Category list(String code, Entry entry) {
        Category.parentOf(code)
                .filter(parent -> categories.findById(parent) == null)
                .ifPresent(missing -> {
                    throw new RuleViolated(List.of(new Violation("/code", "unknown-parent", missing)));
                });
        if (categories.count() >= Categories.MOST) {
            throw new Conflict("too-many-categories", Categories.MOST);
        }
        var category = new Category(code, entry);
        categories.persistAndFlush(category);
        categories.listed(code);
        return category;
    }
}
