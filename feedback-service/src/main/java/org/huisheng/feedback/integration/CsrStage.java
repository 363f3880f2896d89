package org.huisheng.feedback.integration;

import java.util.Arrays;
import java.util.List;
import org.huisheng.events.CsrEvent;

/** How far an element has come: written into the plan, into the documents of the process, into daily work, and judged. */
enum CsrStage {
    PLANNED,
    EMBEDDED,
    PRACTISED,
    EVALUATED;

    boolean canBecome(CsrStage next) {
        return switch (this) {
            case PLANNED -> next == EMBEDDED;
            case EMBEDDED -> next == PRACTISED;
            case PRACTISED -> next == EVALUATED;
            case EVALUATED -> false;
        };
    }

    /** This one and all behind it, by name. */
    List<String> andFurther() {
        return Arrays.stream(values())
                .filter(stage -> stage.compareTo(this) >= 0)
                .map(Enum::name)
                .toList();
    }

    /** As the others hear of it. */
    CsrEvent.Stage told() {
        return switch (this) {
            case PLANNED -> CsrEvent.Stage.PLANNED;
            case EMBEDDED -> CsrEvent.Stage.EMBEDDED;
            case PRACTISED -> CsrEvent.Stage.PRACTISED;
            case EVALUATED -> CsrEvent.Stage.EVALUATED;
        };
    }
}
