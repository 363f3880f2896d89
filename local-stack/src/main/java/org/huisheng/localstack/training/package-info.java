/** AOT caches: what the JVM learnt of a service in a training run, so that its next start is short. */
@NullMarked
package org.huisheng.localstack.training;

import org.jspecify.annotations.NullMarked;
