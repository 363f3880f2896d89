package org.huisheng.localstack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.huisheng.localstack.standin.StandInService;

/** A checkout whose services are stand-ins; its path has a space, as people's paths do. */
final class StandInProject {

    private final Path root;

    private StandInProject(Path root) {
        this.root = root;
    }

    static StandInProject in(Path folder) {
        try {
            var root = Files.createDirectories(folder.resolve("a project"));
            Files.createDirectories(root.resolve("local-stack/kafka-broker/target"));
            Files.createSymbolicLink(
                    root.resolve("local-stack/kafka-broker/target/lib"),
                    Path.of("../kafka-broker/target/lib").toRealPath());
            var project = new StandInProject(root);
            for (var service : ServiceName.values()) {
                project.writeJar(service, StandInService.class.getName());
            }
            return project;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StandInProject withBroken(ServiceName service) throws IOException {
        writeJar(service, "org.huisheng.NoSuchClass");
        return this;
    }

    Path root() {
        return root;
    }

    private void writeJar(ServiceName service, String mainClass) throws IOException {
        var jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var name : new String[] {"StandInService"}) {
                var entry = "org/huisheng/localstack/standin/" + name + ".class";
                out.putNextEntry(new JarEntry(entry));
                out.write(Files.readAllBytes(Path.of("target/test-classes", entry)));
                out.closeEntry();
            }
        }
    }
}
