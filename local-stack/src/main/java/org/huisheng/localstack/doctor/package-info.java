/** What may be wrong with a machine, a data directory or a running stack, with cause and fix. */
@NullMarked
package org.huisheng.localstack.doctor;

import org.jspecify.annotations.NullMarked;
