package org.huisheng.kit.testing.planted.the_gateway_knows_no_event.gateway;

import org.huisheng.events.Side;

/** Planted: a gateway that knows a word of the events. */
record Listener(Side side) {}
