/** What a service takes in of a request; the gateway has limits of its own. */
@NullMarked
package org.huisheng.kit.request;

import org.jspecify.annotations.NullMarked;
