package org.huisheng.gateway.testing;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The defaults of a configuration mapping, for tests that start no gateway. */
public final class Settings {

    private Settings() {}

    public static <T> T defaults(Class<T> mapping) {
        return new SmallRyeConfigBuilder().withMapping(mapping).build().getConfigMapping(mapping);
    }
}
