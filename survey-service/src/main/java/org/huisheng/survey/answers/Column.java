package org.huisheng.survey.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A column of answers in a table. @param row of a matrix, null for other questions */
record Column(String question, @Nullable String row) {

    private static final List<String> REMARKED = List.of("showOtherItem", "hasOther", "showCommentArea", "hasComment");

    String header() {
        return row == null ? question : question + " / " + row;
    }

    /** All that can have been answered to a definition, in the order of asking. */
    static List<Column> of(JsonNode definition) {
        var columns = new ArrayList<Column>();
        collect(definition.path("elements"), columns);
        definition.path("pages").forEach(page -> collect(page.path("elements"), columns));
        return columns;
    }

    private static void collect(JsonNode elements, List<Column> columns) {
        for (var element : elements) {
            var name = element.path("name").asText();
            switch (element.path("type").asText()) {
                case "html", "image" -> {}
                case "panel" -> collect(element.path("elements"), columns);
                case "matrix" ->
                    element.path("rows")
                            .forEach(row ->
                                    columns.add(new Column(name, (row.isObject() ? row.path("value") : row).asText())));
                default -> columns.add(new Column(name, null));
            }
            if (REMARKED.stream().anyMatch(property -> element.path(property).asBoolean(false))) {
                columns.add(new Column(name + "-Comment", null));
            }
        }
    }

    /** The answer in this column; a missing node where there is none. */
    JsonNode in(JsonNode answers) {
        var answer = answers.path(question);
        return row == null ? answer : answer.path(row);
    }

    static String text(JsonNode answer) {
        return switch (answer.getNodeType()) {
            case MISSING, NULL -> "";
            case NUMBER -> answer.decimalValue().toPlainString();
            case ARRAY ->
                StreamSupport.stream(answer.spliterator(), false)
                        .map(Column::text)
                        .collect(Collectors.joining("; "));
            case OBJECT -> answer.toString();
            default -> answer.asText();
        };
    }
}
