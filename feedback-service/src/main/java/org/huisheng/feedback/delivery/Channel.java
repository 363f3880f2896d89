package org.huisheng.feedback.delivery;

/** The roads to people. */
public enum Channel {
    SMS,
    EMAIL
}
