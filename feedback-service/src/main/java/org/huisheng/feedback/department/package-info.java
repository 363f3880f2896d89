/** This service's copy of the departments, learnt from kpi-service's events. */
@NullMarked
package org.huisheng.feedback.department;

import org.jspecify.annotations.NullMarked;
