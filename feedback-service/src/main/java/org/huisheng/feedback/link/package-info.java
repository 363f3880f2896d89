/** Addresses by which somebody without an account is let to one thing. */
@NullMarked
package org.huisheng.feedback.link;

import org.jspecify.annotations.NullMarked;
