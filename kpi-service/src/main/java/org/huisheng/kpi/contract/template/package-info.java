/** Contracts for a class of departments from one template. */
@NullMarked
package org.huisheng.kpi.contract.template;

import org.jspecify.annotations.NullMarked;
