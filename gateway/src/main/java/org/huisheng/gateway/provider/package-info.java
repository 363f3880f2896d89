/** Somebody else who knows who people are: an OpenID Connect provider. */
@NullMarked
package org.huisheng.gateway.provider;

import org.jspecify.annotations.NullMarked;
