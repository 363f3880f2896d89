/** Programs that are signed in: access tokens for a password, and new ones for a refresh token. */
@NullMarked
package org.huisheng.gateway.token;

import org.jspecify.annotations.NullMarked;
