package org.huisheng.events;

/** One topic per publishing service, and one for what could not be read. */
public enum Topic {
    SURVEY("huisheng.survey"),
    FEEDBACK("huisheng.feedback"),
    KPI("huisheng.kpi"),
    DEAD_LETTER("huisheng.dead-letter");

    private final String wireName;

    Topic(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
