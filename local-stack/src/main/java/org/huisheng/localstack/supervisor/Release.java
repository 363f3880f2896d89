package org.huisheng.localstack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Objects;
import java.util.Properties;

/** Which Huisheng this is. */
public final class Release {

    private Release() {}

    public static String version() {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Release.class.getResourceAsStream("release.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    /** Whether a release came after another one. */
    public static boolean isLater(String one, String other) {
        return Version.parse(one).compareTo(Version.parse(other)) > 0;
    }
}
