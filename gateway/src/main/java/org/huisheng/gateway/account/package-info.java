/** Who may sign in: accounts, their passwords, and those who keep them. */
@NullMarked
package org.huisheng.gateway.account;

import org.jspecify.annotations.NullMarked;
