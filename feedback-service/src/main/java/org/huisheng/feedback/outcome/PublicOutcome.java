package org.huisheng.feedback.outcome;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.department.Department;
import org.jspecify.annotations.Nullable;

/** What everybody may read. @param departmentName null where too few cases stand beside it */
record PublicOutcome(
        UUID id,
        Side side,
        String month,
        @Nullable String departmentName,
        @Nullable String departmentNameEn,
        String youSaid,
        String weDid,
        @Nullable String youSaidEn,
        @Nullable String weDidEn,
        LocalDate publishedOn,
        @JsonIgnore Instant place) {

    static PublicOutcome of(Outcome outcome, @Nullable Department department) {
        var told = outcome.told();
        var published = outcome.publishedAt().orElseThrow();
        return new PublicOutcome(
                outcome.id(),
                outcome.side(),
                outcome.month().toString(),
                department == null ? null : department.name(Locale.SIMPLIFIED_CHINESE),
                department == null ? null : department.name(Locale.ENGLISH),
                told.youSaid(),
                told.weDid(),
                told.youSaidEn(),
                told.weDidEn(),
                LocalDate.ofInstant(published, BusinessCalendar.ZONE),
                published);
    }
}
