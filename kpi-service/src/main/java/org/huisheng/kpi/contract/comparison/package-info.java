/** What is different between two contracts. */
@NullMarked
package org.huisheng.kpi.contract.comparison;

import org.jspecify.annotations.NullMarked;
