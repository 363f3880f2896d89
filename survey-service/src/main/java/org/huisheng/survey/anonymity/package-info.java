/** What is done so that anonymous answers stay so for whoever reads figures, lists or the tables themselves. */
@NullMarked
package org.huisheng.survey.anonymity;

import org.jspecify.annotations.NullMarked;
