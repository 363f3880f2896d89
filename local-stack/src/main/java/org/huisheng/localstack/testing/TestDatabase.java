package org.huisheng.localstack.testing;

/** An empty database of its own, with the role that owns it. */
public record TestDatabase(String url, String user, String password) {}
