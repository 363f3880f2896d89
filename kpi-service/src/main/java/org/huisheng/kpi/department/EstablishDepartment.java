package org.huisheng.kpi.department;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.huisheng.kit.event.Outbox;
import org.jspecify.annotations.Nullable;

/** Adds a department and tells the other services. */
@ApplicationScoped
class EstablishDepartment {

    private final Departments departments;
    private final Outbox outbox;
    private final Clock clock;

    EstablishDepartment(Departments departments, Outbox outbox, Clock clock) {
        this.departments = departments;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Department establish(String code, String name, String nameEn, @Nullable DepartmentClass departmentClass) {
        var department = new Department(
                code, name, nameEn, departmentClass, clock.instant().truncatedTo(ChronoUnit.MICROS));
        departments.persistAndFlush(department);
        outbox.append(department.asEvent());
        return department;
    }
}
