/** What a request to the feed asks for: a set, and the system query options. */
@NullMarked
package org.huisheng.kpi.odata.query;

import org.jspecify.annotations.NullMarked;
