package org.huisheng.kit.testing.planted.kits_have_no_domain_word;

/** Planted: a word of the domain in a kit. */
record ScoreFormat() {}
