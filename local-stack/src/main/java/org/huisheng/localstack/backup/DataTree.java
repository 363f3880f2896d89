package org.huisheng.localstack.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** What of a data directory belongs in a backup: all but what a start makes anew. */
final class DataTree {

    // Programs, logs, and what says who runs at the moment. Everything else is kept, also what a later release adds.
    private static final Pattern MADE_ANEW = Pattern.compile("logs|lock|processes\\.json|stack\\.json"
            + "|postgres/(software-|unpacking-)[^/]*|postgres/initialising|postgres/data/postmaster\\.pid");

    private final Path root;
    private final List<String> folders = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    private DataTree(Path root) {
        this.root = root;
    }

    static DataTree of(Path root) throws IOException {
        var tree = new DataTree(root);
        Files.walkFileTree(root, tree.new Walk());
        Collections.sort(tree.folders);
        Collections.sort(tree.files);
        return tree;
    }

    List<String> folders() {
        return folders;
    }

    List<String> files() {
        return files;
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = name(folder);
            if (MADE_ANEW.matcher(name).matches()) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!name.isEmpty()) {
                folders.add(name);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = name(file);
            if (MADE_ANEW.matcher(name).matches()) {
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                // A link followed would become a copy, one kept would lead to the old place: neither is the same data.
                throw new BackupRefused(file + " is no plain file; a backup holds only files and folders");
            }
            files.add(name);
            return FileVisitResult.CONTINUE;
        }

        private String name(Path path) {
            return root.relativize(path).toString();
        }
    }
}
