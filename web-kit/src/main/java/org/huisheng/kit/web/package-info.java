/** What every HTTP exchange gets: request id, body limit, strict JSON, a patient end. */
@NullMarked
package org.huisheng.kit.web;

import org.jspecify.annotations.NullMarked;
