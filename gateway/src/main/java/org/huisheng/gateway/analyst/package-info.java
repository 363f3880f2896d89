/** Keys of BI tools, and the tokens the services get in their place. */
@NullMarked
package org.huisheng.gateway.analyst;

import org.jspecify.annotations.NullMarked;
