/** Events put into Kafka as the services' relays put them there, past the services. */
@NullMarked
package org.huisheng.bench.events;

import org.jspecify.annotations.NullMarked;
