/** Two cases about one matter: finding them, letting one go on for both stakeholders, and taking them apart again. */
@NullMarked
package org.huisheng.feedback.merge;

import org.jspecify.annotations.NullMarked;
