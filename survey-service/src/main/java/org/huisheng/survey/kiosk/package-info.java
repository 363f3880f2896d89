/** Devices at open-day stands: enrolling them, knowing which live and which of their responses never came in. */
@NullMarked
package org.huisheng.survey.kiosk;

import org.jspecify.annotations.NullMarked;
