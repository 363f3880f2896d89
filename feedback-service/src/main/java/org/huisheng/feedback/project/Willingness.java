package org.huisheng.feedback.project;

/** How much a group wants the problem to be solved. */
enum Willingness {
    VERY_HIGH,
    HIGH,
    MEDIUM,
    LOW
}
