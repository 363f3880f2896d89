/** Questionnaires compiled once, and what a response to them must look like. */
@NullMarked
package org.huisheng.survey.questionnaire;

import org.jspecify.annotations.NullMarked;
