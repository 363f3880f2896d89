package org.huisheng.localstack.postgres;

/** A database role that may log in. */
public record Login(String user, String password) {}
