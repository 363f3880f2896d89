package org.huisheng.feedback.enterprise;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.NullUnmarked;

/** An industrial park of the district; its code travels in events. */
@Entity
public class Park {

    @Id
    private String code;

    @Version
    private long version;

    private String name;

    @NullUnmarked
    protected Park() {}

    Park(String code, String name) {
        this.code = code;
        this.name = name;
    }

    void rename(String newName) {
        name = newName;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    long version() {
        return version;
    }
}
