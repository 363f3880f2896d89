/** The two parties sign. */
@NullMarked
package org.huisheng.kpi.contract.signature;

import org.jspecify.annotations.NullMarked;
