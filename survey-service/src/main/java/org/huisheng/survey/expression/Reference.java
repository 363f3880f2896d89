package org.huisheng.survey.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value.Text;

/**
 * The name between the braces of {@code {panel[0].question}}, taken apart once. A name may itself have dots in it, so
 * what is looked up is a run of segments joined again.
 */
public final class Reference {

    /** @param index in the list of that name, {@code NO_INDEX} when none was written */
    record Segment(String name, int index) {}

    public static final int NO_INDEX = Integer.MIN_VALUE;

    private final String text;
    private final List<Segment> segments;
    private final String[][] joined;

    private Reference(String text, List<Segment> segments) {
        this.text = text;
        this.segments = List.copyOf(segments);
        this.joined = new String[segments.size()][segments.size() + 1];
        for (var start = 0; start < segments.size(); start++) {
            var name = new StringBuilder();
            for (var end = start + 1; end <= segments.size(); end++) {
                name.append(end > start + 1 ? "." : "")
                        .append(segments.get(end - 1).name().toLowerCase(Locale.ROOT));
                joined[start][end] = name.toString();
            }
        }
    }

    public static Reference of(String text) {
        var segments = new ArrayList<Segment>();
        for (var part : text.split("\\.", -1)) {
            segments.add(segment(part));
        }
        return new Reference(text, segments);
    }

    private static Segment segment(String part) {
        var open = part.lastIndexOf('[');
        if (open >= 0 && part.endsWith("]")) {
            var index = Coercion.surveyNumber(new Text(part.substring(open + 1, part.length() - 1)));
            if (!Double.isNaN(index)) {
                return new Segment(part.substring(0, open), (int) index);
            }
        }
        return new Segment(part, NO_INDEX);
    }

    public int size() {
        return segments.size();
    }

    public int index(int segment) {
        return segments.get(segment).index();
    }

    /** The segments from {@code start} to before {@code end}, in lower case: names are found whatever their case. */
    public String name(int start, int end) {
        return joined[start][end];
    }

    /** As {@link #name}, in the case it was written: only {@code length} is looked up so. */
    String written(int segment) {
        return segments.get(segment).name();
    }

    /** Up to where a name that begins at {@code start} may reach: an index ends it. */
    public int furthestEnd(int start) {
        for (var segment = start; segment < segments.size(); segment++) {
            if (index(segment) != NO_INDEX) {
                return segment + 1;
            }
        }
        return segments.size();
    }

    @Override
    public String toString() {
        return text;
    }
}
