package org.huisheng.kit.testing.planted.nothing_is_injected_into_fields;

import jakarta.inject.Inject;
import java.time.Clock;

/** Planted: cannot be made without a container. */
class Passive {

    @Inject
    Clock clock;
}
