/** The register of processes from files: tables and BPMN models, as ARIS exports both. */
@NullMarked
package org.huisheng.feedback.processimport;

import org.jspecify.annotations.NullMarked;
