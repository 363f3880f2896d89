package org.huisheng.feedback.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which days are worked. Where nothing is known of a year it is weekdays; who asks can find out that it is so. */
sealed interface WorkingDays {

    boolean contains(LocalDate day);

    /** Whether the year's holidays are known. */
    boolean knows(int year);

    record EveryDay() implements WorkingDays {
        @Override
        public boolean contains(LocalDate day) {
            return true;
        }

        @Override
        public boolean knows(int year) {
            return true;
        }
    }

    record Planned(Set<Integer> years, Set<LocalDate> off, Set<LocalDate> madeUp) implements WorkingDays {

        static Planned of(Map<Integer, YearPlan> plans) {
            var off = new HashSet<LocalDate>();
            var madeUp = new HashSet<LocalDate>();
            plans.values().forEach(plan -> {
                off.addAll(plan.daysOff());
                madeUp.addAll(plan.workdays());
            });
            return new Planned(Set.copyOf(plans.keySet()), Set.copyOf(off), Set.copyOf(madeUp));
        }

        @Override
        public boolean contains(LocalDate day) {
            return madeUp.contains(day) || (!isWeekend(day) && !off.contains(day));
        }

        @Override
        public boolean knows(int year) {
            return years.contains(year);
        }
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
