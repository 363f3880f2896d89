/** The monthly briefing: written, approved by somebody else, numbered, and then the same for ever. */
@NullMarked
package org.huisheng.kpi.briefing;

import org.jspecify.annotations.NullMarked;
