package org.huisheng.kpi.department;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.huisheng.events.KpiEvent.DepartmentChanged;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Somebody figures are about. It is never deleted, only set inactive: its past stays readable. */
@Entity
@Table(name = "department")
public class Department {

    @Id
    private String code;

    private String name;

    @Column(name = "name_en")
    private String nameEn;

    private boolean active;

    @Enumerated(EnumType.STRING)
    @Column(name = "class")
    private @Nullable DepartmentClass departmentClass;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    @NullUnmarked
    protected Department() {}

    Department(String code, String name, String nameEn, @Nullable DepartmentClass departmentClass, Instant now) {
        this.code = code;
        this.name = name;
        this.nameEn = nameEn;
        this.departmentClass = departmentClass;
        this.active = true;
        this.changedAt = now;
    }

    /** @param newClass null when it stays what it is */
    void change(String newName, String newNameEn, boolean nowActive, @Nullable DepartmentClass newClass, Instant now) {
        name = newName;
        nameEn = newNameEn;
        departmentClass = newClass == null ? departmentClass : newClass;
        active = nowActive;
        changedAt = now;
    }

    /** The present state for the others; its version counts only once the change is flushed. */
    DepartmentChanged asEvent() {
        return new DepartmentChanged(code, name, nameEn, active, version, changedAt);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String nameEn() {
        return nameEn;
    }

    public boolean active() {
        return active;
    }

    /** Null when nobody has said. */
    public @Nullable DepartmentClass departmentClass() {
        return departmentClass;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }
}
