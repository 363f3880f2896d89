/** The embedded issuer: accounts, signing keys, tokens. */
@NullMarked
package org.huisheng.gateway.identity;

import org.jspecify.annotations.NullMarked;
