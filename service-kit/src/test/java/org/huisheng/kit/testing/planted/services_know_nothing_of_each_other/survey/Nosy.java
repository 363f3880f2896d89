package org.huisheng.kit.testing.planted.services_know_nothing_of_each_other.survey;

import org.huisheng.kit.testing.planted.services_know_nothing_of_each_other.kpi.Figure;

/** Planted: one service uses another's class. */
record Nosy(Figure figure) {}
