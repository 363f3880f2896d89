package org.huisheng.feedback.department;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.huisheng.events.KpiEvent.DepartmentChanged;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;

/** The departments known here. */
@ApplicationScoped
public class Departments implements PanacheRepositoryBase<Department, String> {

    private static final int MOST = 1000;

    /** @throws RuleViolated unless work can be given to the department */
    public void requireActive(String path, String code) {
        var department = findByIdOptional(code)
                .orElseThrow(() -> new RuleViolated(List.of(new Violation(path, "unknown-department", code))));
        if (!department.isActive()) {
            throw new RuleViolated(List.of(new Violation(path, "inactive-department", code)));
        }
    }

    /** Whether work can be given to it now. */
    public boolean isActive(String code) {
        return findByIdOptional(code).filter(Department::isActive).isPresent();
    }

    /** What all are called, those that are no more included. */
    @Transactional(TxType.SUPPORTS)
    public Map<String, String> names(Locale locale) {
        return findAll().page(Page.ofSize(MOST)).stream()
                .collect(Collectors.toMap(Department::code, department -> department.name(locale)));
    }

    /** All that work can be given to. A company has tens. */
    public List<Department> active() {
        return find("active = true order by code").page(Page.ofSize(MOST)).list();
    }

    /** Events may come twice or late; the newest version stays. */
    @Transactional(TxType.MANDATORY)
    void learn(DepartmentChanged change) {
        getEntityManager()
                .createNativeQuery("""
                        INSERT INTO department (code, name, name_en, active, version) VALUES (?1, ?2, ?3, ?4, ?5)
                        ON CONFLICT (code) DO UPDATE
                        SET name = excluded.name, name_en = excluded.name_en, active = excluded.active,
                            version = excluded.version
                        WHERE department.version < excluded.version
                        """)
                .setParameter(1, change.code())
                .setParameter(2, change.name())
                .setParameter(3, change.nameEn())
                .setParameter(4, change.active())
                .setParameter(5, change.version())
                .executeUpdate();
    }
}
