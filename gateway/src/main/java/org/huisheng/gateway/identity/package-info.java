/** The embedded issuer: accounts, signing keys, tokens, keys of BI tools. */
@NullMarked
package org.huisheng.gateway.identity;

import org.jspecify.annotations.NullMarked;
