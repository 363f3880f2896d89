package org.huisheng.kpi.briefing.production;

import org.huisheng.kpi.briefing.paper.PaperForm;
import org.jspecify.annotations.Nullable;

/** What is done one after the other; each is kept once it is done. */
public enum ProductionStep {
    /** The figures are filled in. */
    FIGURES(null),
    HTML(PaperForm.HTML),
    PDF(PaperForm.PDF),
    DOCX(PaperForm.DOCX);

    private final @Nullable PaperForm form;

    ProductionStep(@Nullable PaperForm form) {
        this.form = form;
    }

    /** What is made in it; null where that is no paper. */
    @Nullable
    PaperForm form() {
        return form;
    }
}
