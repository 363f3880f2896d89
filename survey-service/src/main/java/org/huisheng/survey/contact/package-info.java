/** How to reach who gave a response, for whoever has their case in hand, and who looked. */
@NullMarked
package org.huisheng.survey.contact;

import org.jspecify.annotations.NullMarked;
