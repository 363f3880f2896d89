package org.huisheng.feedback.casework;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes along the timeline of a case from its first entry on, and remembers where it first is not what was written. */
public final class ChainCheck {

    /** What is wrong. */
    public enum Flaw {
        /** An entry is not there, and later ones are. */
        MISSING,
        /** An entry is not what it was, or follows another one. */
        ALTERED,
        /** The timeline does not end where the case says. */
        CUT,
        /** The case is not what the last entries left. */
        STATE
    }

    /** @param seq of the entry, or of the last one that is right */
    public record Finding(int seq, Flaw flaw) {}

    private byte[] previous = TimelineEntry.CHAIN_START;
    private int seq;
    private @Nullable TimelineEntry last;
    private @Nullable Resolution resolution;
    private @Nullable Integer rating;
    private @Nullable Finding finding;

    /** The following entry. */
    public void read(TimelineEntry entry) {
        if (finding != null) {
            return;
        }
        if (entry.seq() != seq + 1) {
            finding = new Finding(seq + 1, Flaw.MISSING);
        } else if (!entry.follows(previous)) {
            finding = new Finding(entry.seq(), Flaw.ALTERED);
        } else {
            keep(entry);
        }
    }

    private void keep(TimelineEntry entry) {
        previous = entry.hash();
        seq = entry.seq();
        last = entry;
        entry.resolution().ifPresent(done -> resolution = done);
        if (entry.step() == StepKind.CONFIRMED) {
            rating = entry.rating().orElse(null);
        }
    }

    /** After the last entry. */
    public Optional<Finding> against(Case matter) {
        if (finding == null) {
            if (seq != matter.timelineLength() || !Arrays.equals(previous, matter.timelineHead())) {
                finding = new Finding(seq, Flaw.CUT);
            } else if (last == null || !isWhatItLeft(last, matter)) {
                finding = new Finding(seq, Flaw.STATE);
            }
        }
        return Optional.ofNullable(finding);
    }

    private boolean isWhatItLeft(TimelineEntry end, Case matter) {
        return end.to() == matter.status()
                && end.department().equals(matter.department())
                && Objects.equals(resolution, matter.resolution().orElse(null))
                && Objects.equals(rating, matter.rating().orElse(null));
    }

    public int entries() {
        return seq;
    }
}
