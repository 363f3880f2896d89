package org.huisheng.bench.load;

/** Looks for bytes among bytes. */
public final class Bytes {

    private Bytes() {}

    /** How often, without overlap. */
    public static int count(byte[] text, byte[] wanted) {
        var count = 0;
        for (var from = indexOf(text, wanted, 0); from >= 0; from = indexOf(text, wanted, from + wanted.length)) {
            count++;
        }
        return count;
    }

    private static int indexOf(byte[] text, byte[] wanted, int from) {
        for (var start = from; start <= text.length - wanted.length; start++) {
            var index = 0;
            while (index < wanted.length && text[start + index] == wanted[index]) {
                index++;
            }
            if (index == wanted.length) {
                return start;
            }
        }
        return -1;
    }
}
