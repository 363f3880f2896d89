/** What the quarterly report looks like: sections with words that are filled in, and the figures it asks for. */
@NullMarked
package org.huisheng.feedback.supply.template;

import org.jspecify.annotations.NullMarked;
