package org.huisheng.kit.testing.planted.features_are_free_of_cycles.here;

import org.huisheng.kit.testing.planted.features_are_free_of_cycles.there.There;

/** Planted: needs There, which needs it. */
public record Here(There there) {}
