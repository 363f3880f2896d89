/** The database beside the pool. */
@NullMarked
package org.huisheng.kit.database;

import org.jspecify.annotations.NullMarked;
