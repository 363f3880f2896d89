/** What every answer of this service has in common: validators, pages, CSV. */
@NullMarked
package org.huisheng.kpi.web;

import org.jspecify.annotations.NullMarked;
