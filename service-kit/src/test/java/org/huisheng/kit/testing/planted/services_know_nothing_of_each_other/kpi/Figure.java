package org.huisheng.kit.testing.planted.services_know_nothing_of_each_other.kpi;

/** What another service must not reach for. */
public record Figure(int value) {}
