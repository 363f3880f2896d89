/** How the gateway's few statements reach its database. */
@NullMarked
package org.huisheng.gateway.database;

import org.jspecify.annotations.NullMarked;
