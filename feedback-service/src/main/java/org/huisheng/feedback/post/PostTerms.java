package org.huisheng.feedback.post;

import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of a post.
 *
 * @param department null of a post that many departments have
 * @param active false once it is given up; what names it goes on to do so
 */
@Embeddable
public record PostTerms(
        String name, String nameEn, @Nullable String department, boolean keyPost, boolean active) {

    /** In texts, by the name of each field, so that two states can be held against each other. */
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("name", name);
        facts.put("nameEn", nameEn);
        if (department != null) {
            facts.put("department", department);
        }
        facts.put("keyPost", String.valueOf(keyPost));
        facts.put("active", String.valueOf(active));
        return facts;
    }
}
