/** Links on paper: QR codes, and posters that say in one glance what to do with them. */
@NullMarked
package org.huisheng.survey.poster;

import org.jspecify.annotations.NullMarked;
