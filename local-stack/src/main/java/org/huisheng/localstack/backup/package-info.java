/** A stack's data in one file, and back: whole or not at all. */
@NullMarked
package org.huisheng.localstack.backup;

import org.jspecify.annotations.NullMarked;
