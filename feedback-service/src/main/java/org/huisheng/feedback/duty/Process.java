package org.huisheng.feedback.duty;

import jakarta.persistence.Entity;
import org.jspecify.annotations.NullUnmarked;

/** In what the duty is performed. */
@Entity
class Process extends Named {

    @NullUnmarked
    protected Process() {}

    Process(String code, String name, String nameEn) {
        super(code, name, nameEn);
    }
}
