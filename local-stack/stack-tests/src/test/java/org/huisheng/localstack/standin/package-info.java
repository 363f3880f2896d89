/** What stands in for the services where only the supervisor is tested. */
package org.huisheng.localstack.standin;
