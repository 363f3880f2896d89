/** Registering a case, once however often the client tries. */
@NullMarked
package org.huisheng.feedback.opening;

import org.jspecify.annotations.NullMarked;
