package org.huisheng.kpi.seal.frozen;

import java.util.EnumMap;
import java.util.Map;

/** The hash of each kind: of the list of its parts, as canonical JSON, one part after the other. */
public final class PartsHash {

    private final Map<Kind, Sha256> lists = new EnumMap<>(Kind.class);

    /** A line of the list. */
    private record Entry(String period, String department, String hash) {}

    /** Parts come in order of their periods and departments. */
    public void add(Kind kind, String period, String department, String hash) {
        var list = lists.get(kind);
        if (list == null) {
            list = new Sha256().add("[");
            lists.put(kind, list);
        } else {
            list.add(",");
        }
        list.add(CanonicalJson.of(new Entry(period, department, hash)));
    }

    /** Of each kind, once all have been added. */
    public Map<Kind, String> hashes() {
        var hashes = new EnumMap<Kind, String>(Kind.class);
        for (var kind : Kind.values()) {
            var list = lists.get(kind);
            hashes.put(kind, list == null ? Sha256.of("[]") : list.add("]").hex());
        }
        return hashes;
    }
}
