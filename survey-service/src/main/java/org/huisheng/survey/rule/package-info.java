/** Rules of feedback-service, held against the answers, which are only here. */
@NullMarked
package org.huisheng.survey.rule;

import org.jspecify.annotations.NullMarked;
