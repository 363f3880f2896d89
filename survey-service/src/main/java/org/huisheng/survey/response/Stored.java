package org.huisheng.survey.response;

import java.time.Instant;

/** How a response is in the database. @param fresh whether this very submission put it there */
record Stored(ContentHash content, Instant receivedAt, boolean fresh) {}
