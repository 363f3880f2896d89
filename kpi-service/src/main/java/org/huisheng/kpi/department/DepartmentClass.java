package org.huisheng.kpi.department;

/** What kind of department it is, as far as contracts care. */
public enum DepartmentClass {
    /** 前台: serves customers. */
    FRONT_OFFICE,
    /** 生产: builds and runs the grid. */
    PRODUCTION,
    /** 支撑: serves the others. */
    SUPPORT
}
