/** One OpenAPI document for all services, and whether they are well. */
@NullMarked
package org.huisheng.gateway.document;

import org.jspecify.annotations.NullMarked;
