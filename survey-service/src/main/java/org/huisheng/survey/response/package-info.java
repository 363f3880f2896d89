/** Taking in responses: checked, stored once, acknowledged after the commit. */
@NullMarked
package org.huisheng.survey.response;

import org.jspecify.annotations.NullMarked;
