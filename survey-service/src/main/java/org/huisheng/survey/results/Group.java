package org.huisheng.survey.results;

import java.util.function.Function;

/** The smallest group of respondents that figures can be broken down to. @param station empty where there is none */
record Group(String side, String campaign, String version, String station, String month) {

    /** By what a figure can be broken down. */
    enum Dimension {
        SIDE(Group::side),
        CAMPAIGN(Group::campaign),
        VERSION(Group::version),
        STATION(Group::station),
        MONTH(Group::month);

        private final Function<Group, String> value;

        Dimension(Function<Group, String> value) {
            this.value = value;
        }

        String of(Group group) {
            return value.apply(group);
        }
    }
}
