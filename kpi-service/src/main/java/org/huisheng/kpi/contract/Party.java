package org.huisheng.kpi.contract;

/** Who a contract is between. */
public enum Party {
    OFFICE,
    DEPARTMENT
}
