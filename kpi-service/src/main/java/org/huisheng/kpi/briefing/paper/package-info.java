/** An issue as it is read: a page, a print, a document to go on with. */
@NullMarked
package org.huisheng.kpi.briefing.paper;

import org.jspecify.annotations.NullMarked;
