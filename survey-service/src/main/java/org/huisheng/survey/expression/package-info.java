/** The expression language of SurveyJS, compiled once and evaluated without JavaScript. */
@NullMarked
package org.huisheng.survey.expression;

import org.jspecify.annotations.NullMarked;
