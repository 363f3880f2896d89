package org.huisheng.kit.security;

/** Names of the roles in a token's {@code groups}. */
public final class Role {

    /** Users, keys, departments. */
    public static final String ADMIN = "ADMIN";
    /** The office: authors, triages, seals; sees every department. */
    public static final String OFFICE = "OFFICE";
    /** One department's own matters; the token's {@code department} says which. */
    public static final String LIAISON = "LIAISON";

    public static final String SURVEYOR = "SURVEYOR";
    /** Reads everything aggregated. */
    public static final String LEADER = "LEADER";
    /** Reads the feed for BI tools. */
    public static final String ANALYST = "ANALYST";

    private Role() {}
}
