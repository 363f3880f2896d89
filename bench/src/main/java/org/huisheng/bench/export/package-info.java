/** The answers of a campaign fetched in every form there is, and counted. */
@NullMarked
package org.huisheng.bench.export;

import org.jspecify.annotations.NullMarked;
