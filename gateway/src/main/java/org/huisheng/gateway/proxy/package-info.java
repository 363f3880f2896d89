/** Hands requests through to the services and streams their answers back. */
@NullMarked
package org.huisheng.gateway.proxy;

import org.jspecify.annotations.NullMarked;
