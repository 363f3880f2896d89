package org.huisheng.kpi.briefing.content;

/** What a block shows. */
public enum BlockKind {
    /** Words; {@code {DEPT}} and {@code {DEPT/indicator}} in them are figures. */
    TEXT,
    /** One figure of a department. */
    FIGURE,
    /** Contract scores, an indicator of all departments, or all indicators of one or of a dimension. */
    TABLE,
    /** The same as bars. */
    BARS,
    /** A figure of a department, month by month up to the briefing's. */
    LINE;

    /** Whether it is about one department and no more. */
    boolean isOfOneDepartment() {
        return switch (this) {
            case FIGURE, LINE -> true;
            case TEXT, TABLE, BARS -> false;
        };
    }
}
