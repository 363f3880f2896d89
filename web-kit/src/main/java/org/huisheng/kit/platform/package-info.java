/** Clock, identifiers and the durability gate. */
@NullMarked
package org.huisheng.kit.platform;

import org.jspecify.annotations.NullMarked;
