package org.huisheng.kit.testing.planted.kits_know_no_service.survey;

/** What a kit must not reach for. */
public record Form(String title) {}
