package org.huisheng.survey.definition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Surveys implements PanacheRepositoryBase<Survey, UUID> {

    Survey require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("survey", id));
    }

    /** Newest first, after the given one. */
    List<Survey> page(@Nullable UUID after, int limit) {
        return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
                .page(Page.ofSize(limit))
                .list();
    }
}
