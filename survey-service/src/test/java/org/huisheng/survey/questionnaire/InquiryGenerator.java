package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.huisheng.survey.questionnaire.reading.DefinitionReader;

/** Computed questions that ask for everything there is to be known of others. */
final class InquiryGenerator {

    static final String ABOUT = "about";

    private final Dice dice;

    InquiryGenerator(Dice dice) {
        this.dice = dice;
    }

    void page(ArrayNode pages, List<String> names) {
        var elements = pages.addObject().put("name", "p3").putArray("elements");
        for (var name : names) {
            add(elements, "displayValue('" + name + "')");
            if (dice.once(2)) {
                add(elements, "displayValue('" + name + "', " + value() + ")");
            }
            add(
                    elements,
                    "propertyValue('" + name + "', '" + dice.pick("name", "title", "isVisible", "isRequired") + "')");
            if (dice.once(4)) {
                add(elements, "isContainerReady('" + name + "'" + dice.pick("", ", 0", ", 1", ", 9") + ")");
            }
        }
        for (var container : List.of("p1", "p2", "p1panel", "p2panel", "p2restpanel")) {
            add(elements, "isContainerReady('" + container + "')");
        }
        add(elements, "iif(displayValue('nobody') empty, 'none', propertyValue('nobody', 'title'))");
    }

    private String value() {
        return dice.pick("'a'", "'b'", "1", "2", "true", "'yes'", "'other'", "'none'", "['b', 'a', 1]", "'zzz'", "''");
    }

    private static void add(ArrayNode elements, String expression) {
        elements.addObject()
                .put("type", "expression")
                .put("name", ABOUT + elements.size())
                .put("expression", expression);
    }

    /** What is refused at publishing, such as a question about a later one, is replaced by something that is not. */
    static ObjectNode withoutRefused(ObjectNode definition) {
        for (var round = 0; round < 5; round++) {
            var unsupported = DefinitionReader.compile(definition).unsupported();
            if (unsupported.isEmpty()) {
                return definition;
            }
            for (var part : unsupported) {
                var end = part.path().lastIndexOf('/');
                if (part.what().startsWith("expression-")
                        && definition.at(part.path().substring(0, end)) instanceof ObjectNode element) {
                    replace(element, part.path().substring(end + 1));
                }
            }
        }
        return definition;
    }

    private static void replace(ObjectNode element, String property) {
        JsonNode written = element.path(property);
        if (written.asText().contains("displayValue")
                || written.asText().contains("propertyValue")
                || written.asText().contains("isContainerReady")) {
            element.put(property, "{nobody} empty");
        }
    }
}
