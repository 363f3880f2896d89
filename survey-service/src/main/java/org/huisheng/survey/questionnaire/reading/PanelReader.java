package org.huisheng.survey.questionnaire.reading;

import org.huisheng.survey.questionnaire.Kind;
import org.huisheng.survey.questionnaire.Layout;

/** Reads {@code paneldynamic}. */
final class PanelReader {

    private static final int MOST_PANELS = 100;

    private final ElementReader elements;

    PanelReader(ElementReader elements) {
        this.elements = elements;
    }

    Kind panels(Source source) {
        source.allow(Known.QUESTION, Known.PANELS);
        var layout = new Layout(elements.template(source.items("templateElements")));
        if (layout.questions().isEmpty()) {
            source.at("templateElements").refuse("no-question");
        }
        var min = source.count("minPanelCount", 0, MOST_PANELS);
        var max = source.count("maxPanelCount", MOST_PANELS, 1_000);
        var key = source.text("keyName", "");
        if (!key.isEmpty() && layout.question(key) == null) {
            source.at("keyName").refuse("unknown-key");
        }
        return new Kind.Panels(
                layout,
                source.count("panelCount", 0, MOST_PANELS),
                min,
                Math.max(min, Math.min(max, MOST_PANELS)),
                key.isEmpty() ? null : key);
    }
}
