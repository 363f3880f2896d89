/** Response, resolution and satisfaction rate per department and side. */
@NullMarked
package org.huisheng.kpi.rate;

import org.jspecify.annotations.NullMarked;
