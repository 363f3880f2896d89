package org.huisheng.kpi.briefing.paper;

import java.util.Locale;

/** What an issue can be had as. */
public enum PaperForm {
    HTML("text/html;charset=UTF-8"),
    PDF("application/pdf"),
    DOCX(PaperForm.DOCX_TYPE);

    public static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final String mediaType;

    PaperForm(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
