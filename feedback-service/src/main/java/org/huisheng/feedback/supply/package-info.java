/** The quarterly report to an authority 供电信息汇报: written from a template with figures, approved, sent, received. */
@NullMarked
package org.huisheng.feedback.supply;

import org.jspecify.annotations.NullMarked;
