/** Root-planting projects: a problem no party solves alone, taken up with everybody it concerns. */
@NullMarked
package org.huisheng.feedback.project;

import org.jspecify.annotations.NullMarked;
