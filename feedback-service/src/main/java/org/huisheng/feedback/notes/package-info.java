/** Words beside the work: for colleagues, or for the stakeholder. */
@NullMarked
package org.huisheng.feedback.notes;

import org.jspecify.annotations.NullMarked;
