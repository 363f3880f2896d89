/** The departments figures are about; owned here and told to the other services. */
@NullMarked
package org.huisheng.kpi.department;

import org.jspecify.annotations.NullMarked;
