package org.huisheng.kit.table;

/** One cell of a CSV file (RFC 4180) that a spreadsheet takes for text, whatever somebody wrote into it. */
public final class CsvCell {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private CsvCell() {}

    /** Text, of which a spreadsheet never makes a formula. */
    public static String of(String text) {
        return quoted(isFormula(text) ? "'" + text : text);
    }

    /** A number of ours, or another text that surely begins no formula; a minus sign stays one. */
    public static String plain(String text) {
        return quoted(text);
    }

    /** Also behind spaces, and in the wide forms that Excel takes for the narrow ones. */
    private static boolean isFormula(String text) {
        var first = 0;
        while (first < text.length() && text.charAt(first) == ' ') {
            first++;
        }
        return first < text.length()
                && (STARTS_A_FORMULA.indexOf(text.charAt(first)) >= 0 || "＝＋－＠".indexOf(text.charAt(first)) >= 0);
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(unit -> ",\"\r\n;\t".indexOf(unit) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
