package org.huisheng.kpi.odata.rows;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.huisheng.kpi.department.Departments;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.Type;
import org.huisheng.kpi.odata.query.EntitySet;
import org.jspecify.annotations.Nullable;

/** The register of departments. */
@ApplicationScoped
class DepartmentRows extends MemoryRows {

    private static final EntitySet SET = new EntitySet(
            "Departments",
            "Department",
            List.of(
                    Column.key("code", Type.STRING),
                    Column.of("name", Type.STRING),
                    Column.of("nameEn", Type.STRING),
                    Column.of("active", Type.BOOLEAN)));

    private final Departments departments;

    DepartmentRows(Departments departments) {
        this.departments = departments;
    }

    @Override
    public EntitySet set() {
        return SET;
    }

    @Override
    List<Row> all(@Nullable Expression filter, @Nullable String scope) {
        return departments.inScope(scope).stream()
                .map(department ->
                        new Row(SET, department.code(), department.name(), department.nameEn(), department.active()))
                .toList();
    }
}
