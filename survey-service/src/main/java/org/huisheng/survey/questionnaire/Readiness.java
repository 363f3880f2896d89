package org.huisheng.survey.questionnaire;

import java.util.List;
import org.huisheng.survey.expression.Inquiry;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.questionnaire.Element.Question;
import org.huisheng.survey.questionnaire.Element.Section;
import org.jspecify.annotations.Nullable;

/**
 * Whether nothing is wrong with the questions of a page, a panel or a dynamic panel. SurveyJS looks at each by itself:
 * not at whether what is around it is shown, and not at what is asked of them together.
 */
record Readiness(Form whole, Time time) {

    /** @param panel the position of the one that is meant, undefined for all */
    boolean of(Inquiry inquiry, Value panel) {
        var section = section(whole.layout().elements(), inquiry.element());
        if (section != null) {
            return areReady(whole, section.elements());
        }
        var field = whole.named(inquiry.element());
        if (field == null || !(field.question().kind() instanceof Kind.Panels)) {
            return false;
        }
        if (!inquiry.ofValue()) {
            return areReady(field.rows());
        }
        return panel instanceof Num(var number)
                && number == Math.rint(number)
                && number >= 0
                && number < field.rows().size()
                && areReady(field.rows().subList((int) number, (int) number + 1));
    }

    /** Pages come before the panels in them. */
    private static @Nullable Section section(List<Element> elements, String name) {
        for (var element : elements) {
            if (element instanceof Section section && section.name().equals(name)) {
                return section;
            }
        }
        for (var element : elements) {
            var inner = element instanceof Section section ? section(section.elements(), name) : null;
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    private boolean areReady(List<Form> panels) {
        return panels.stream().allMatch(panel -> areReady(panel, panel.layout().elements()));
    }

    private boolean areReady(Form form, List<Element> elements) {
        return elements.stream().allMatch(element -> switch (element) {
            case Section section -> areReady(form, section.elements());
            case Question question -> isReady(form.field(question));
        });
    }

    private boolean isReady(Field field) {
        return field.question().kind() instanceof Kind.Panels ? areReady(field.rows()) : Check.isFaultless(field, time);
    }
}
