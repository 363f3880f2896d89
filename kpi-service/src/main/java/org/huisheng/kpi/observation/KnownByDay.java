package org.huisheng.kpi.observation;

/**
 * Responses of which only the day is known, as it is of all anonymous ones (ADR 14). When they reached us is kept to the
 * microsecond, to tell what was there at some moment. Nobody is shown more than the month, as where they come from: enough
 * answered in the month for its rows to be seen, perhaps one on a day.
 */
public final class KnownByDay {

    /** Of an observation {@code o}. */
    public static final String SQL =
            "o.source_type = 'RESPONSE' AND (o.occurred_at AT TIME ZONE 'Asia/Shanghai')::time = '00:00'";

    /** What may be shown of the moment observation {@code o} tells of. */
    public static final String OCCURRED_AT = month("o.occurred_at");

    /** What may be shown of the moment at which observation {@code o} was recorded. */
    public static final String RECORDED_AT = month("o.recorded_at");

    /** What may be shown of the response, or whatever else, observation {@code o} was made of. */
    public static final String SOURCE_ID = unless("o.source_id");

    /** And of its version, which few may have been asked for. */
    public static final String SOURCE_VERSION = unless("o.source_version");

    private KnownByDay() {}

    private static String month(String moment) {
        return "(CASE WHEN " + SQL + " THEN date_trunc('month', " + moment + ", 'Asia/Shanghai') ELSE " + moment
                + " END)";
    }

    private static String unless(String column) {
        return "(CASE WHEN " + SQL + " THEN NULL ELSE " + column + " END)";
    }
}
