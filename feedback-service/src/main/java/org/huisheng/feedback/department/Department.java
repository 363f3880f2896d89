package org.huisheng.feedback.department;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Locale;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** Who can be made responsible for a case. Read here, written by {@link Departments#learn}. */
@Entity
@Immutable
public class Department {

    @Id
    private String code;

    private String name;
    private String nameEn;
    private boolean active;

    @NullUnmarked
    protected Department() {}

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : name;
    }

    public String code() {
        return code;
    }

    /** In Chinese, which is what offices write. */
    public String name() {
        return name;
    }

    boolean isActive() {
        return active;
    }
}
