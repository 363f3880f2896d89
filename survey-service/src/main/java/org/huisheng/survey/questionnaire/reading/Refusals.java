package org.huisheng.survey.questionnaire.reading;

import java.util.ArrayList;
import java.util.List;
import org.huisheng.survey.questionnaire.reading.DefinitionReader.Unsupported;

/** What a definition asks for that is not evaluated. */
final class Refusals {

    private static final int MOST = 200;

    private final List<Unsupported> unsupported = new ArrayList<>();

    /** @param what key of a sentence */
    void refuse(String path, String what) {
        if (unsupported.size() < MOST) {
            unsupported.add(new Unsupported(path, what));
        }
    }

    List<Unsupported> all() {
        return List.copyOf(unsupported);
    }
}
