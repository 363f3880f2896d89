package org.huisheng.bench.load;

/**
 * What all responses of a load have in common.
 *
 * @param link the token they are handed in through
 * @param departments how many of B1 … B9 are answered about in turn; 0 for the probe's department PB only
 */
public record Answering(Questionnaire questionnaire, String link, int departments) {}
