package org.huisheng.kpi.odata.rows;

import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.query.EntitySet;
import org.huisheng.kpi.odata.query.Query;
import org.huisheng.kpi.odata.query.SkipToken;
import org.jspecify.annotations.Nullable;

/** What a set of the feed consists of. */
public interface Rows {

    EntitySet set();

    /** Takes rows one by one. */
    interface Sink {

        /** @param count of all rows that pass the filter, null if nobody asked */
        void begin(@Nullable Long count);

        /**
         * @param values of {@link Query#needed()}
         * @return whether there is room for another
         */
        boolean row(@Nullable Object[] values);
    }

    /**
     * @param scope the only department whose rows may be seen, null for all
     * @return where the next page begins, null if this was the last
     */
    @Nullable
    SkipToken read(Query query, @Nullable String scope, Sink sink);

    long count(@Nullable Expression filter, @Nullable String scope);

    /**
     * Something that is another whenever an answer may be another; null if that is no easier to find out than the answer
     * itself.
     */
    default @Nullable String state() {
        return null;
    }
}
