/** Who is asked what, when and through which link. */
@NullMarked
package org.huisheng.survey.campaign;

import org.jspecify.annotations.NullMarked;
