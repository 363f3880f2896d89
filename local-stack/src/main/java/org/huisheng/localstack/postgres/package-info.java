/** A real PostgreSQL server with every durability switch on, as a process of its own. */
@NullMarked
package org.huisheng.localstack.postgres;

import org.jspecify.annotations.NullMarked;
