/** What is done afterwards so that anonymous answers stay so for whoever reads the tables. */
@NullMarked
package org.huisheng.survey.anonymity;

import org.jspecify.annotations.NullMarked;
