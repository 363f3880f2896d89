/** The events services exchange over Kafka; the only code, beside the kit, that two services share. */
@NullMarked
package org.huisheng.events;

import org.jspecify.annotations.NullMarked;
