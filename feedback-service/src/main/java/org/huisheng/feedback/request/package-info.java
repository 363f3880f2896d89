/** What is wrong with a request, all of it at once. */
@NullMarked
package org.huisheng.feedback.request;

import org.jspecify.annotations.NullMarked;
