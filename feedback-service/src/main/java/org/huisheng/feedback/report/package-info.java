/** Regular reports to the government (供电信息汇报, 用电形势分析), and how they were received. */
@NullMarked
package org.huisheng.feedback.report;

import org.jspecify.annotations.NullMarked;
