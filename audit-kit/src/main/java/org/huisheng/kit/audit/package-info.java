/** Who changed what and who was shown personal data: one log per service, chained by hashes. */
@NullMarked
package org.huisheng.kit.audit;

import org.jspecify.annotations.NullMarked;
