package org.huisheng.survey.response;

import java.time.Instant;
import java.util.UUID;

/** How a response is in the database. @param id its own, see {@link Receipts#storedId}; @param fresh whether this very submission put it there */
record Stored(UUID id, ContentHash content, Instant receivedAt, boolean fresh) {}
