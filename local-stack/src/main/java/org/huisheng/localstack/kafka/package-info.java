/** A real Kafka broker that is its own controller, as a process of its own. */
@NullMarked
package org.huisheng.localstack.kafka;

import org.jspecify.annotations.NullMarked;
