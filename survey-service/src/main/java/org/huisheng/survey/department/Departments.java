package org.huisheng.survey.department;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huisheng.events.KpiEvent.DepartmentChanged;

/** The departments as last published by kpi-service. */
@ApplicationScoped
public class Departments {

    private final EntityManager entities;

    Departments(EntityManager entities) {
        this.entities = entities;
    }

    /** Those of the codes that are no active department. */
    public Set<String> unknown(Collection<String> codes) {
        var unknown = new TreeSet<>(codes);
        if (!unknown.isEmpty()) {
            List<?> known = entities.createNativeQuery(
                            "SELECT code FROM department WHERE active AND code = ANY (?1)", String.class)
                    .setParameter(1, codes.toArray(String[]::new))
                    .getResultList();
            known.forEach(unknown::remove);
        }
        return unknown;
    }

    public record Department(String code, String name, String nameEn) {}

    /** Those that exist now, in the order of their codes. */
    public List<Department> active() {
        List<?> rows = entities.createNativeQuery(
                        "SELECT code, name, name_en FROM department WHERE active ORDER BY code", Tuple.class)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Department(
                        row.get("code", String.class), row.get("name", String.class), row.get("name_en", String.class)))
                .toList();
    }

    /** Takes over the state unless a newer one is here already. */
    void apply(DepartmentChanged changed) {
        entities.createNativeQuery("""
                        INSERT INTO department (code, name, name_en, active, version) VALUES (?1, ?2, ?3, ?4, ?5)
                        ON CONFLICT (code) DO UPDATE
                        SET name = excluded.name, name_en = excluded.name_en, active = excluded.active,
                            version = excluded.version
                        WHERE department.version < excluded.version
                        """)
                .setParameter(1, changed.code())
                .setParameter(2, changed.name())
                .setParameter(3, changed.nameEn())
                .setParameter(4, changed.active())
                .setParameter(5, changed.version())
                .executeUpdate();
    }
}
