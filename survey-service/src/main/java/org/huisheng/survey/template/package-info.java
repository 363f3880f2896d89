/** Ready questionnaires to begin with, and surveys as files that go from one installation to another. */
@NullMarked
package org.huisheng.survey.template;

import org.jspecify.annotations.NullMarked;
