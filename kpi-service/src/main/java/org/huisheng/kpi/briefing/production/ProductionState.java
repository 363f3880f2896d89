package org.huisheng.kpi.briefing.production;

/** How far the papers of an issue are. */
public enum ProductionState {
    WAITING,
    RUNNING,
    DONE,
    /** A step did not succeed several times; it is begun anew when somebody orders it again. */
    FAILED;

    boolean isOver() {
        return switch (this) {
            case WAITING, RUNNING -> false;
            case DONE, FAILED -> true;
        };
    }
}
