/** Serves what the web module has built. Which page is shown where, the build says; what is on it, nobody here knows. */
@NullMarked
package org.huisheng.gateway.pages;

import org.jspecify.annotations.NullMarked;
