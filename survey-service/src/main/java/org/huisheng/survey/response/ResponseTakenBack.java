package org.huisheng.survey.response;

import java.time.Instant;
import java.util.UUID;

/** Told within the transaction that takes a response back: figures that counted it must be made anew. */
public record ResponseTakenBack(UUID campaignId, Instant receivedAt) {}
