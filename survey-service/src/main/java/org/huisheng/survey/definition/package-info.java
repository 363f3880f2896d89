/** Questionnaires: drafts, immutable versions, what an answer must look like and what it measures. */
@NullMarked
package org.huisheng.survey.definition;

import org.jspecify.annotations.NullMarked;
