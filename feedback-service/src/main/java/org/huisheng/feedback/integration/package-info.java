/** 三融: what social responsibility asks for, embedded in key posts, typical business and key processes. */
@NullMarked
package org.huisheng.feedback.integration;

import org.jspecify.annotations.NullMarked;
