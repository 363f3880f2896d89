package org.huisheng.feedback.lecture;

import java.util.UUID;

/**
 * Some questions before or after a lecture. They are survey-service's, and so are the answers; here is only where they are.
 *
 * @param campaign whose results are read
 * @param link by which people answer
 */
record Quiz(UUID campaign, String link) {}
