/** What the parent company is told of an improvement plan each month: drafted from the plan, approved, sent. */
@NullMarked
package org.huisheng.feedback.plan.monthly;

import org.jspecify.annotations.NullMarked;
