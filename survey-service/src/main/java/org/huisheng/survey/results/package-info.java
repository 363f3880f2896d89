/** What the answers come to: counts, means, distributions, and none of them about fewer people than the threshold. */
@NullMarked
package org.huisheng.survey.results;

import org.jspecify.annotations.NullMarked;
