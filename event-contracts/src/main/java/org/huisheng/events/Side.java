package org.huisheng.events;

/** The four sides the office listens on (反馈层面). */
public enum Side {
    EMPLOYEE,
    GOVERNMENT,
    ENTERPRISE,
    CUSTOMER
}
