/** Browsers that are signed in: a cookie outside becomes a token inside. */
@NullMarked
package org.huisheng.gateway.session;

import org.jspecify.annotations.NullMarked;
