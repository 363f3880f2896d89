/** The stakeholder's verdict on a resolution, by link without an account or by phone through the office. */
@NullMarked
package org.huisheng.feedback.confirmation;

import org.jspecify.annotations.NullMarked;
