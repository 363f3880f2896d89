package org.huisheng.survey.questionnaire.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huisheng.survey.questionnaire.Clearing;
import org.huisheng.survey.questionnaire.Element.Question;
import org.huisheng.survey.questionnaire.Kind;
import org.huisheng.survey.questionnaire.Layout;
import org.huisheng.survey.questionnaire.Wording;
import org.jspecify.annotations.Nullable;

/** Reads {@code matrixdropdown} and {@code multipletext}: questions inside a question, told by a column or an item. */
final class GridReader {

    private static final int MOST_PARTS = 100;

    private final Clearing clearing;
    private final ElementReader parts;

    GridReader(Refusals refusals, Clearing clearing) {
        this.clearing = clearing;
        this.parts = new ElementReader(refusals, clearing, new Circles());
    }

    Kind grid(Source source) {
        source.allow(Known.QUESTION, Known.GRID);
        source.expression("columnsVisibleIf");
        if (source.has("columnsVisibleIf")) {
            source.at("columnsVisibleIf").refuse("property");
        }
        var columns = new ArrayList<Question>();
        for (var column : limited(source, "columns")) {
            if (column.isObject() && parts.named(column)) {
                add(column, column.text("cellType", source.text("cellType", "dropdown")), source, columns);
            }
        }
        return new Kind.Grid(
                ChoiceReader.items(source, "rows", source.expression("rowsVisibleIf")), new Layout(columns));
    }

    private void add(Source column, String cellType, Source grid, List<Question> into) {
        var kind = cell(column, cellType.equals("default") ? "dropdown" : cellType, grid);
        if (kind != null) {
            into.add(question(column, kind, column.has("choices") ? column : grid));
        }
    }

    /** @param list where its choices are */
    private Question question(Source source, Kind kind, Source list) {
        return new Question(
                source.text("name", ""),
                ElementReader.conditions(source),
                kind,
                ValidatorReader.validators(source),
                DefinitionReader.clearing(source, "clearIfInvisible", clearing),
                false,
                new Wording(source.json(), list.json()),
                Set.of());
    }

    private @Nullable Kind cell(Source column, String cellType, Source grid) {
        var list = column.has("choices") ? column : grid;
        return switch (cellType) {
            case "dropdown", "radiogroup" -> {
                allow(column, Known.CHOICES);
                yield new Kind.SingleChoice(ChoiceReader.choices(column, list));
            }
            case "checkbox", "tagbox" -> {
                allow(column, ChoiceReader.union(Known.CHOICES, Known.SEVERAL));
                yield ChoiceReader.severalOf(column, ChoiceReader.choices(column, list), false);
            }
            case "text" -> {
                allow(column, Known.TEXT);
                yield TextReader.field(column);
            }
            case "comment" -> {
                allow(column, Known.COMMENT);
                yield TextReader.field(column);
            }
            case "boolean" -> {
                allow(column, Known.YES_NO);
                yield ChoiceReader.yesNoOf(column);
            }
            case "rating" -> {
                allow(column, Known.RATING);
                yield RatingReader.scale(column);
            }
            case "expression" -> {
                allow(column, Known.COMPUTED);
                yield computed(column);
            }
            default -> {
                column.at("cellType").refuse("cell-type");
                yield null;
            }
        };
    }

    private static @Nullable Kind computed(Source column) {
        var expression = column.expression("expression");
        if (expression == null) {
            column.at("expression").refuse("expression-missing");
            return null;
        }
        return new Kind.Computed(expression, column.count("precision", -1, 20));
    }

    private static void allow(Source column, Set<String> own) {
        var known = new HashSet<>(own);
        known.addAll(Known.COLUMN);
        for (var noComment : List.of("showCommentArea", "hasComment", "showOtherItem", "hasOther")) {
            known.remove(noComment);
            if (column.flag(false, noComment)) {
                column.at(noComment).refuse("property");
            }
        }
        column.allow(Known.QUESTION, known);
    }

    Kind texts(Source source) {
        source.allow(Known.QUESTION, Known.TEXT_FIELDS);
        var fields = new ArrayList<Question>();
        for (var item : limited(source, "items")) {
            if (item.isObject() && parts.named(item)) {
                item.allow(Known.TEXT_FIELD, Known.NONE);
                var kind = TextReader.field(item);
                if (kind != null) {
                    fields.add(question(item, kind, item));
                }
            }
        }
        return new Kind.TextFields(new Layout(fields));
    }

    private static List<Source> limited(Source source, String property) {
        var items = source.items(property);
        if (items.isEmpty() || items.size() > MOST_PARTS) {
            source.at(property).refuse("choice-list");
            return List.of();
        }
        return items;
    }
}
