package org.huisheng.kpi.department;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.huisheng.events.KpiEvent.DepartmentChanged;
import org.jspecify.annotations.NullUnmarked;

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

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    @NullUnmarked
    protected Department() {}

    Department(String code, String name, String nameEn, Instant now) {
        this.code = code;
        this.name = name;
        this.nameEn = nameEn;
        this.active = true;
        this.changedAt = now;
    }

    void change(String newName, String newNameEn, boolean nowActive, Instant now) {
        name = newName;
        nameEn = newNameEn;
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

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }
}
