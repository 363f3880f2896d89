/** The page that says where things are. */
@NullMarked
package org.huisheng.gateway.landing;

import org.jspecify.annotations.NullMarked;
