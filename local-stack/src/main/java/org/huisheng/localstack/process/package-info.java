/** Child processes: how they are started, told apart from others, ended, and never left behind. */
@NullMarked
package org.huisheng.localstack.process;

import org.jspecify.annotations.NullMarked;
