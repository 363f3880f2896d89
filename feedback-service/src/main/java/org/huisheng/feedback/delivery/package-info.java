/** Handing letters to the roads that lead to people, again and again until one is taken. */
@NullMarked
package org.huisheng.feedback.delivery;

import org.jspecify.annotations.NullMarked;
