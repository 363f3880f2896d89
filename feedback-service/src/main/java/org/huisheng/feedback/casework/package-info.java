/** The case: its states, its timeline, and who may do what with it. */
@NullMarked
package org.huisheng.feedback.casework;

import org.jspecify.annotations.NullMarked;
