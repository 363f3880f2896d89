/** What every answer of the gateway carries, and how it refuses. */
@NullMarked
package org.huisheng.gateway.edge;

import org.jspecify.annotations.NullMarked;
