package org.huisheng.kpi.observation;

/**
 * Responses of which only the day is known, as it is of all anonymous ones (ADR 14). When they reached us is kept to the
 * microsecond, to tell what was there at some moment; nobody is shown more of it than the day.
 */
public final class KnownByDay {

    /** Of an observation {@code o}. */
    public static final String SQL =
            "o.source_type = 'RESPONSE' AND (o.occurred_at AT TIME ZONE 'Asia/Shanghai')::time = '00:00'";

    /** What may be shown of the moment at which observation {@code o} was recorded. */
    public static final String RECORDED_AT =
            "(CASE WHEN " + SQL + " THEN date_trunc('day', o.recorded_at, 'Asia/Shanghai') ELSE o.recorded_at END)";

    private KnownByDay() {}
}
