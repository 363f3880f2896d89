/** The case: its states, its timeline, opening it and reading it. */
@NullMarked
package org.huisheng.feedback.casework;

import org.jspecify.annotations.NullMarked;
