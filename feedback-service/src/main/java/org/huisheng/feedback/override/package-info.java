/** Settling a case in the stakeholder's stead, which takes two. */
@NullMarked
package org.huisheng.feedback.override;

import org.jspecify.annotations.NullMarked;
