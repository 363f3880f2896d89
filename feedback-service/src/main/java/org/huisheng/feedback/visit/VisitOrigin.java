package org.huisheng.feedback.visit;

/** How a visit came about. */
enum VisitOrigin {
    /** The plan of a month. */
    PLAN,
    /** Somebody arranged it. */
    SINGLE,
    /** Nobody did: the surveyor was there and reported it. */
    FIELD
}
