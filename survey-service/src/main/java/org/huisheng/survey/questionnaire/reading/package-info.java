/** Compiles SurveyJS definitions, and refuses with its path what is not evaluated. */
@NullMarked
package org.huisheng.survey.questionnaire.reading;

import org.jspecify.annotations.NullMarked;
