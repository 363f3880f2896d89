package org.huisheng.kpi.department;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All departments. */
@ApplicationScoped
public class Departments implements PanacheRepositoryBase<Department, String> {

    public static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

    public Department require(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new NotFound("department", code);
        }
        return findByIdOptional(code).orElseThrow(() -> new NotFound("department", code));
    }

    /** One department, or all in order of their codes. */
    public List<Department> inScope(@Nullable String code) {
        return code == null ? listAll(Sort.by("code")) : List.of(require(code));
    }

    /** Those of the given codes there are. */
    public List<Department> known(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : list("code in ?1", Sort.by("code"), codes);
    }

    /** The active ones of a class. */
    public List<Department> ofClass(DepartmentClass departmentClass) {
        return list("departmentClass = ?1 and active", Sort.by("code"), departmentClass);
    }

    List<Department> after(@Nullable String code, int limit) {
        return find("code > ?1", Sort.by("code"), code == null ? "" : code)
                .page(Page.ofSize(limit))
                .list();
    }
}
