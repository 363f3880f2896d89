package org.huisheng.survey.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.huisheng.events.Side;
import org.huisheng.survey.definition.Measure;
import org.huisheng.survey.department.Departments.Department;

/** A questionnaire for everybody; lists that read {@code "departments"} are filled with those of the installation. */
record Template(
        String code,
        Side side,
        Map<String, String> title,
        Map<String, String> description,
        JsonNode definition,
        List<Measure> measures) {

    private static final String PLACE = "departments";

    Template filled(List<Department> departments) {
        var own = definition.deepCopy();
        fill(own, departments);
        return new Template(code, side, title, description, own, measures);
    }

    private static void fill(JsonNode node, List<Department> departments) {
        for (var field : node.properties()) {
            if (field.getValue().isTextual() && field.getValue().textValue().equals(PLACE) && isList(field.getKey())) {
                fill(((ObjectNode) node).putArray(field.getKey()), departments);
            } else {
                fill(field.getValue(), departments);
            }
        }
        if (node.isArray()) {
            node.forEach(item -> fill(item, departments));
        }
    }

    private static boolean isList(String property) {
        return property.equals("choices") || property.equals("rows");
    }

    private static void fill(ArrayNode list, List<Department> departments) {
        for (var department : departments) {
            var item = list.addObject().put("value", department.code());
            item.putObject("text").put("default", department.name()).put("en", department.nameEn());
        }
    }
}
