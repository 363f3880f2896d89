package org.huisheng.kit.testing.planted.only_the_publisher_sends_to_kafka;

import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Planted: a way to Kafka past the outbox. */
record DualWriter(Emitter<String> emitter) {}
