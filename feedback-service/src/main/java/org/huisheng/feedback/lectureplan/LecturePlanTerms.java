package org.huisheng.feedback.lectureplan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a plan says. @param firstWindow from which pair of months on a lecture is due, 1 to 6 */
record LecturePlanTerms(int firstWindow, List<LectureTopic> topics, Set<Quota> quotas) {

    /** How many people of each department, of all levels. */
    Map<String, Integer> peopleByDepartment() {
        var people = new TreeMap<String, Integer>();
        quotas.forEach(quota -> people.merge(quota.department(), quota.people(), Integer::sum));
        return people;
    }
}
