/** How the parameters of a query are read. */
@NullMarked
package org.huisheng.kit.query;

import org.jspecify.annotations.NullMarked;
