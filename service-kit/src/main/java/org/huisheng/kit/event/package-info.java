/** The event road: outbox, relay, inbox and dead letters. */
@NullMarked
package org.huisheng.kit.event;

import org.jspecify.annotations.NullMarked;
