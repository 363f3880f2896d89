/** The case library: what was achieved, told to everybody once a second person has read it. */
@NullMarked
package org.huisheng.feedback.story;

import org.jspecify.annotations.NullMarked;
