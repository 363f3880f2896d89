/** Commands that ask a running stack, through its gateway like any other client. */
package org.huisheng.localstack.remote;
