/** Demo data with a fixed seed, produced through the API as people would produce it. */
@NullMarked
package org.huisheng.demo;

import org.jspecify.annotations.NullMarked;
