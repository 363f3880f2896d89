/** The feed for BI tools: OData 4.0 over scores, rates, observations and departments. */
@NullMarked
package org.huisheng.kpi.odata;

import org.jspecify.annotations.NullMarked;
