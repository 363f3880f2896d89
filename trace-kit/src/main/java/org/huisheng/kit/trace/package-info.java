/** What belongs together across processes: W3C Trace Context in, with, and out of each of them. */
@NullMarked
package org.huisheng.kit.trace;

import org.jspecify.annotations.NullMarked;
