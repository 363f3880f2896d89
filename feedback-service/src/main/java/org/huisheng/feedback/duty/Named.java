package org.huisheng.feedback.duty;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A code with its names. The register of processes will have more to say of it. */
@MappedSuperclass
abstract class Named {

    @Id
    private String code;

    @Version
    private long version;

    private String name;
    private String nameEn;

    @NullUnmarked
    protected Named() {}

    Named(String code, String name, String nameEn) {
        this.code = code;
        this.name = name;
        this.nameEn = nameEn;
    }

    void rename(String other, String otherEn) {
        name = other;
        nameEn = otherEn;
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    String code() {
        return code;
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    String nameEn() {
        return nameEn;
    }
}
