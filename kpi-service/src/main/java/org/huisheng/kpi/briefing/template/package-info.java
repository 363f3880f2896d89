/** What issues of the briefing begin with. */
@NullMarked
package org.huisheng.kpi.briefing.template;

import org.jspecify.annotations.NullMarked;
