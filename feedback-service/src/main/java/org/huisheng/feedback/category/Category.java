package org.huisheng.feedback.category;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One thing cases can be about; the dots in its code say below which other one it stands. */
@Entity
class Category {

    @Id
    private String code;

    @Version
    private long version;

    private @Nullable String parent;

    @Embedded
    private Entry entry;

    @NullUnmarked
    protected Category() {}

    Category(String code, Entry entry) {
        this.code = code;
        this.parent = parentOf(code).orElse(null);
        this.entry = entry;
    }

    static Optional<String> parentOf(String code) {
        var dot = code.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(code.substring(0, dot));
    }

    void become(Entry other) {
        entry = other;
    }

    String code() {
        return code;
    }

    long version() {
        return version;
    }

    Optional<String> parent() {
        return Optional.ofNullable(parent);
    }

    Entry entry() {
        return entry;
    }
}
