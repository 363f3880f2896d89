/** Brings the whole stack up, keeps it up, and takes it down without leaving anything behind. */
@NullMarked
package org.huisheng.localstack.supervisor;

import org.jspecify.annotations.NullMarked;
