/** Lists of cases under names: a person's own, and those the office shares with all. */
@NullMarked
package org.huisheng.feedback.view;

import org.jspecify.annotations.NullMarked;
