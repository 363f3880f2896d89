/** Who changed what, and who was shown what about a person. */
@NullMarked
package org.huisheng.gateway.audit;

import org.jspecify.annotations.NullMarked;
