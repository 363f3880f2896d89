package org.huisheng.survey.results;

/** A count as the database keeps it; see the table's comment for the empty texts. */
record ResultCell(Group group, String question, String row, String value, long count) {}
