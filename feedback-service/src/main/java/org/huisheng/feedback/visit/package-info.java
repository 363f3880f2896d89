/** Visits to enterprises: planned, made, often offline, and what the enterprise asked for. */
@NullMarked
package org.huisheng.feedback.visit;

import org.jspecify.annotations.NullMarked;
