package org.huisheng.kit.testing.planted.kits_know_no_service;

import org.huisheng.kit.testing.planted.kits_know_no_service.survey.Form;

/** Planted: plumbing that knows what flows through it. */
record Wise(Form form) {}
