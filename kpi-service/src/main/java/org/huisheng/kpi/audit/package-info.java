/** Who changed what, and who was shown what about a person. */
@NullMarked
package org.huisheng.kpi.audit;

import org.jspecify.annotations.NullMarked;
