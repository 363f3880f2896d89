package org.huisheng.localstack.supervisor;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;

/** Passwords and keys, each made when first asked for and kept from then on. */
final class Secrets {

    // Nothing that is easily mistaken for something else when typed off a screen.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, String> known = new TreeMap<>();

    Secrets(Path file) {
        this.file = file;
        Json.read(file, Map.class)
                .ifPresent(stored -> stored.forEach((name, value) -> known.put((String) name, (String) value)));
    }

    synchronized String named(String name) {
        var present = known.get(name);
        if (present != null) {
            return present;
        }
        var fresh = fresh();
        known.put(name, fresh);
        Json.write(file, known);
        return fresh;
    }

    synchronized boolean has(String name) {
        return known.containsKey(name);
    }

    private static String fresh() {
        var text = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString();
    }
}
