/** What a department waits for, said by the stakeholder through a link without an account. */
@NullMarked
package org.huisheng.feedback.inquiry;

import org.jspecify.annotations.NullMarked;
