package org.huisheng.survey.questionnaire;

import java.util.List;
import java.util.Set;

/** A part of a page: a question, or a section with more of them. */
public sealed interface Element {

    Conditions conditions();

    /** A page or a panel, its name perhaps empty. Where it is required, one of its questions must be answered. */
    record Section(String name, Conditions conditions, List<Element> elements) implements Element {
        public Section {
            elements = List.copyOf(elements);
        }
    }

    /**
     * @param clearing what becomes of its answer when it is hidden
     * @param comment whether a comment may stand beside the answer
     * @param wording how its author wrote it
     * @param panel the names of the questions in the panel it stands in, in lower case, empty on a page
     */
    record Question(
            String name,
            Conditions conditions,
            Kind kind,
            List<Validator> validators,
            Clearing clearing,
            boolean comment,
            Wording wording,
            Set<String> panel)
            implements Element {
        public static final String COMMENT = "-Comment";

        public Question {
            validators = List.copyOf(validators);
            panel = Set.copyOf(panel);
        }

        /** Beside its answer, or for the "other" among its choices. */
        boolean takesComment() {
            return comment
                    || kind instanceof Kind.SingleChoice single
                            && single.choices().offersOther()
                    || kind instanceof Kind.MultipleChoice multiple
                            && multiple.choices().offersOther();
        }

        String commentKey() {
            return name + COMMENT;
        }
    }
}
