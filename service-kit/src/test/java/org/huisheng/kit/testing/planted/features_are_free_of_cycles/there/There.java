package org.huisheng.kit.testing.planted.features_are_free_of_cycles.there;

import org.huisheng.kit.testing.planted.features_are_free_of_cycles.here.Here;

/** Planted: needs Here, which needs it. */
public record There(Here here) {}
