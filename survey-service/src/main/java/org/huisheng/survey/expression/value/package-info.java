/** Values as expressions see them, and how JavaScript compares, converts and adds them. */
@NullMarked
package org.huisheng.survey.expression.value;

import org.jspecify.annotations.NullMarked;
