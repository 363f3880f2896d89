package org.huisheng.feedback.visit;

import java.util.List;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.enterprise.Contact;

/**
 * A visit with all one wants to know at the door, read in one transaction.
 *
 * @param contacts whom to ask for; empty for those who may not see them
 * @param slips the cases it opened
 * @param lastSlips the cases of the last visit before it that opened any
 * @param personal whether the caller may see personal data
 */
record VisitFile(
        Visit visit,
        String enterpriseName,
        List<Contact> contacts,
        List<Case> slips,
        List<Case> lastSlips,
        boolean personal) {}
