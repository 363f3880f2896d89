/** What respondents are told of the cases that came from their answers. */
@NullMarked
package org.huisheng.survey.echo;

import org.jspecify.annotations.NullMarked;
