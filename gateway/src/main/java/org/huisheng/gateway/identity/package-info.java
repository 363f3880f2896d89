/** The embedded issuer: signing keys, tokens, and what slows down those who guess. */
@NullMarked
package org.huisheng.gateway.identity;

import org.jspecify.annotations.NullMarked;
