/** How a contract comes about: proposed, checked, concluded, copied. */
@NullMarked
package org.huisheng.kpi.contract.conclusion;

import org.jspecify.annotations.NullMarked;
