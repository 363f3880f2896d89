package org.huisheng.kpi.department;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.Nullable;

/** Renames, reclassifies, retires or revives a department and tells the other services. */
@ApplicationScoped
class ChangeDepartment {

    private final Departments departments;
    private final Outbox outbox;
    private final Clock clock;

    ChangeDepartment(Departments departments, Outbox outbox, Clock clock) {
        this.departments = departments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param expected the version the caller saw, null when any will do
     * @param departmentClass null when it stays what it is
     */
    @Transactional
    Department change(
            String code,
            @Nullable Long expected,
            String name,
            String nameEn,
            boolean active,
            @Nullable DepartmentClass departmentClass) {
        var department = departments.require(code);
        if (expected != null && expected != department.version()) {
            throw new Outdated();
        }
        department.change(name, nameEn, active, departmentClass, clock.instant().truncatedTo(ChronoUnit.MICROS));
        departments.flush();
        outbox.append(department.asEvent());
        return department;
    }
}
