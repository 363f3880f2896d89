package org.huisheng.survey.questionnaire.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huisheng.survey.questionnaire.Clearing;
import org.huisheng.survey.questionnaire.Conditions;
import org.huisheng.survey.questionnaire.Element;
import org.huisheng.survey.questionnaire.Element.Question;
import org.huisheng.survey.questionnaire.Element.Section;
import org.huisheng.survey.questionnaire.Kind;
import org.huisheng.survey.questionnaire.Kind.Decoration;
import org.huisheng.survey.questionnaire.Wording;
import org.jspecify.annotations.Nullable;

/** Reads pages, panels and what every question has in common. */
final class ElementReader {

    private static final int MOST_QUESTIONS = 500;
    private static final int DEEPEST = 6;

    private final Refusals refusals;
    private final Clearing clearing;
    private final Set<String> names = new HashSet<>();
    private final Circles circles;
    private int questions;
    private int depth;
    private int templates;

    /** @param circles of what is computed on the pages */
    ElementReader(Refusals refusals, Clearing clearing, Circles circles) {
        this.refusals = refusals;
        this.clearing = clearing;
        this.circles = circles;
    }

    void complain(Source survey) {
        if (questions == 0 && refusals.all().isEmpty()) {
            survey.refuse("no-question");
        }
        if (questions > MOST_QUESTIONS) {
            survey.refuse("too-many-questions");
        }
    }

    Section page(Source page) {
        page.allow(Known.SECTION, Known.NONE);
        return new Section(page.text("name", ""), conditions(page), read(page.elements(), Set.of()));
    }

    /** @param panel the names in the panel around them */
    List<Element> read(List<Source> sources, Set<String> panel) {
        var elements = new ArrayList<Element>();
        if (++depth > DEEPEST) {
            sources.stream().limit(1).forEach(source -> source.refuse("too-deep"));
        } else {
            for (var source : sources) {
                var element = element(source, panel);
                if (element != null) {
                    elements.add(element);
                }
            }
        }
        depth--;
        return elements;
    }

    /** The elements that stand in every panel of a dynamic panel; their names are their own. */
    List<Element> template(List<Source> sources) {
        var outside = new HashSet<>(names);
        names.clear();
        var panel = new HashSet<String>();
        sources.forEach(source -> collectNames(source, panel));
        templates++;
        var elements = read(sources, panel);
        templates--;
        names.clear();
        names.addAll(outside);
        return elements;
    }

    private @Nullable Element element(Source source, Set<String> panel) {
        if (!source.isObject() || !(isPanel(source) && !source.has("name")) && !named(source)) {
            return null;
        }
        if (isPanel(source)) {
            source.allow(Known.SECTION, Known.NONE);
            var within = new HashSet<String>();
            source.elements().forEach(inner -> collectNames(inner, within));
            return new Section(source.text("name", ""), conditions(source), read(source.elements(), within));
        }
        return question(source, source.text("type", ""), panel);
    }

    private static boolean isPanel(Source source) {
        return "panel".equals(source.text("type", ""));
    }

    private static void collectNames(Source source, Set<String> into) {
        if (isPanel(source)) {
            source.elements().forEach(inner -> collectNames(inner, into));
        } else {
            into.add(source.text("name", "").toLowerCase(Locale.ROOT));
        }
    }

    boolean named(Source source) {
        var name = source.text("name", "");
        if (name.isBlank() || name.length() > 100 || name.indexOf('\0') >= 0 || !name.equals(name.strip())) {
            source.at("name").refuse("bad-name");
            return false;
        }
        if (!names.add(name.toLowerCase(Locale.ROOT)) || name.endsWith(Question.COMMENT)) {
            source.at("name").refuse("duplicate-name");
            return false;
        }
        return true;
    }

    @Nullable
    Question question(Source source, String type, Set<String> panel) {
        var kind = kind(source, type);
        if (kind == null) {
            return null;
        }
        if (kind != Decoration.DECORATION) {
            questions++;
        }
        return new Question(
                source.text("name", ""),
                conditions(source),
                kind,
                ValidatorReader.validators(source),
                DefinitionReader.clearing(source, "clearIfInvisible", clearing),
                source.flag(false, "showCommentArea", "hasComment"),
                Wording.of(source.json()),
                panel);
    }

    private @Nullable Kind kind(Source source, String type) {
        return switch (type) {
            case "text" -> TextReader.text(source);
            case "comment" -> TextReader.comment(source);
            case "radiogroup", "dropdown" -> ChoiceReader.single(source);
            case "checkbox", "tagbox", "ranking" -> ChoiceReader.several(source, type.equals("ranking"));
            case "imagepicker" -> ChoiceReader.pictures(source);
            case "boolean" -> ChoiceReader.yesNo(source);
            case "rating" -> RatingReader.rating(source);
            case "matrix" -> MatrixReader.matrix(source);
            case "matrixdropdown" -> new GridReader(refusals, clearing).grid(source);
            case "multipletext" -> new GridReader(refusals, clearing).texts(source);
            case "paneldynamic" -> new PanelReader(this).panels(source);
            case "expression" -> computed(source);
            case "html", "image" -> {
                source.allow(Known.QUESTION, Known.DECORATION);
                yield Decoration.DECORATION;
            }
            default -> {
                source.at("type").refuse("question-type");
                yield null;
            }
        };
    }

    private @Nullable Kind computed(Source source) {
        source.allow(Known.QUESTION, Known.COMPUTED);
        var expression = source.expression("expression");
        if (expression == null) {
            source.at("expression").refuse("expression-missing");
            return null;
        }
        if (templates == 0) {
            circles.add(source.text("name", ""), expression, source.at("expression"));
        }
        return new Kind.Computed(expression, source.count("precision", -1, 20));
    }

    static Conditions conditions(Source source) {
        return new Conditions(
                source.flag(true, "visible"),
                source.expression("visibleIf"),
                source.flag(false, "readOnly"),
                source.expression("enableIf"),
                source.flag(false, "isRequired"),
                source.expression("requiredIf"));
    }
}
