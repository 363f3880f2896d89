package org.huisheng.survey.questionnaire.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.expression.Inquiry;
import org.huisheng.survey.questionnaire.reading.DefinitionReader.Unsupported;

/** What a definition asks for that is not evaluated. */
final class Refusals {

    private static final int MOST = 200;

    private final List<Unsupported> unsupported = new ArrayList<>();
    private final Map<String, List<Inquiry>> inquiries = new LinkedHashMap<>();

    /** @param what key of a sentence */
    void refuse(String path, String what) {
        if (unsupported.size() < MOST) {
            unsupported.add(new Unsupported(path, what));
        }
    }

    /** An expression that asks something of elements, to be looked at when all are known. */
    void remember(String path, Expression expression) {
        inquiries.put(path, expression.inquiries());
    }

    Map<String, List<Inquiry>> inquiries() {
        return inquiries;
    }

    List<Unsupported> all() {
        return List.copyOf(unsupported);
    }
}
