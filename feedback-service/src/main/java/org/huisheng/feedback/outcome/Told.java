package org.huisheng.feedback.outcome;

import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told, in the office's words. In English too, or not at all. */
@Embeddable
record Told(
        String youSaid,
        String weDid,
        @Nullable String youSaidEn,
        @Nullable String weDidEn) {

    /** Each text under the path of its field. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("/youSaid", youSaid);
        texts.put("/weDid", weDid);
        if (youSaidEn != null && weDidEn != null) {
            texts.put("/youSaidEn", youSaidEn);
            texts.put("/weDidEn", weDidEn);
        }
        return texts;
    }
}
