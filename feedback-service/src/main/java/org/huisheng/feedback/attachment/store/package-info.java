/** Where the bytes of files are: in the database or in a bucket (ADR 46). */
@NullMarked
package org.huisheng.feedback.attachment.store;

import org.jspecify.annotations.NullMarked;
