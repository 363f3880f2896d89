package org.huisheng.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** {@code docs/access.csv}: who may call what. */
public final class AccessMatrix {

    private static final Path FILE = Path.of("../docs/access.csv");
    private static final int BEFORE_ROLES = 3;
    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    private static final Pattern METHOD = Pattern.compile("    (get|put|post|delete|patch|head):");
    private static final Pattern PARAMETER = Pattern.compile("\\s+-? *name: department");

    public enum Cell {
        YES,
        NO,
        /** Of the caller's own department only. */
        OWN
    }

    /** Who comes without a role. */
    public enum Anybody {
        YES,
        NO,
        /** A kiosk, by its own token. */
        DEVICE,
        /** A browser that is signed in, by its cookie. */
        COOKIE
    }

    /** @param namesDepartment whether the caller may say which department, in the address or in a query */
    public record Operation(String method, String path, boolean namesDepartment) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public record Row(String method, String path, Anybody anybody, Map<String, Cell> roles) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private AccessMatrix() {}

    /** @param prefixes of the paths of one service */
    public static List<Row> rows(List<String> prefixes) {
        var lines = lines(FILE);
        var heads = lines.getFirst().split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> row(heads, line.split(",", -1)))
                .filter(row -> prefixes.stream().anyMatch(row.path()::startsWith))
                .toList();
    }

    private static Row row(String[] heads, String[] cells) {
        if (cells.length != heads.length) {
            throw new IllegalStateException("Not a row of " + FILE + ": " + String.join(",", cells));
        }
        var roles = new LinkedHashMap<String, Cell>();
        for (var i = BEFORE_ROLES; i < heads.length; i++) {
            roles.put(heads[i], Cell.valueOf(cells[i].toUpperCase(Locale.ROOT)));
        }
        return new Row(cells[0], cells[1], Anybody.valueOf(cells[2].toUpperCase(Locale.ROOT)), roles);
    }

    /** Of the committed document of the module under test, which the build compares with what it answers on. */
    public static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        var path = "";
        for (var line : pathsOf(lines(Path.of("api/openapi.yaml")))) {
            var asPath = PATH.matcher(line);
            var asMethod = METHOD.matcher(line);
            if (asPath.matches()) {
                path = asPath.group(1);
            } else if (asMethod.matches()) {
                var method = asMethod.group(1).toUpperCase(Locale.ROOT);
                operations.add(new Operation(method, path, path.contains("{department}")));
            } else if (PARAMETER.matcher(line).matches()) {
                var last = operations.removeLast();
                operations.add(new Operation(last.method(), last.path(), true));
            }
        }
        return operations;
    }

    private static List<String> pathsOf(List<String> document) {
        var begin = document.indexOf("paths:") + 1;
        var end = begin;
        while (end < document.size() && document.get(end).startsWith(" ")) {
            end++;
        }
        return document.subList(begin, end);
    }

    static Set<String> names(List<?> things) {
        var names = new TreeSet<String>();
        things.forEach(thing -> names.add(thing.toString()));
        return names;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
