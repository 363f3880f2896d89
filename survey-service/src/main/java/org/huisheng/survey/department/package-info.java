/** This service's copy of the departments. */
@NullMarked
package org.huisheng.survey.department;

import org.jspecify.annotations.NullMarked;
