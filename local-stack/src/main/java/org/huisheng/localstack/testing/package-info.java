/** Real PostgreSQL, Kafka and S3 for tests: containers where a Docker engine answers, otherwise processes of our own. */
@NullMarked
package org.huisheng.localstack.testing;

import org.jspecify.annotations.NullMarked;
