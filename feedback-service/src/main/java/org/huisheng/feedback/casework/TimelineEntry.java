package org.huisheng.feedback.casework;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.huisheng.feedback.intake.FieldDigest;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One step of one case as it was. Each holds the hash of itself and all before it: none can be changed unseen. */
@Entity
@Immutable
@IdClass(TimelineEntry.Key.class)
public class TimelineEntry {

    /** What the first entry of a case follows. */
    static final byte[] CHAIN_START = new byte[0];

    record Key(UUID caseId, int seq) {}

    @Id
    private UUID caseId;

    @Id
    private int seq;

    private Instant at;
    private String actor;

    @Enumerated(EnumType.STRING)
    private StepKind step;

    @Enumerated(EnumType.STRING)
    private @Nullable CaseStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private CaseStatus toStatus;

    private @Nullable String department;

    @Embedded
    private @Nullable Resolution resolution;

    private @Nullable Integer rating;

    @Embedded
    private @Nullable Particulars particulars;

    private @Nullable String note;
    private @Nullable String publicNote;
    private byte[] hash;

    @NullUnmarked
    protected TimelineEntry() {}

    /** What changed with the step. */
    record Change(
            StepKind step,
            @Nullable CaseStatus from,
            CaseStatus to,
            @Nullable String department,
            @Nullable Resolution resolution,
            @Nullable Integer rating,
            @Nullable Particulars particulars) {

        Change(
                StepKind step,
                @Nullable CaseStatus from,
                CaseStatus to,
                @Nullable String department,
                @Nullable Resolution resolution,
                @Nullable Integer rating) {
            this(step, from, to, department, resolution, rating, null);
        }
    }

    TimelineEntry(UUID caseId, int seq, byte[] previousHash, Change change, Act act) {
        this.caseId = caseId;
        this.seq = seq;
        this.at = act.at();
        this.actor = act.actor();
        this.step = change.step();
        this.fromStatus = change.from();
        this.toStatus = change.to();
        this.department = change.department();
        this.resolution = change.resolution();
        this.rating = change.rating();
        this.particulars = change.particulars();
        this.note = act.note();
        this.publicNote = act.publicNote();
        this.hash = hashAfter(previousHash);
    }

    /** Whether the entry is as it was written and stands where it stood. */
    boolean follows(byte[] previousHash) {
        return Arrays.equals(hash, hashAfter(previousHash));
    }

    private byte[] hashAfter(byte[] previousHash) {
        var entry = FieldDigest.of(
                previousHash,
                caseId,
                seq,
                at,
                actor,
                step,
                fromStatus,
                toStatus,
                department,
                resolution == null ? null : resolution.rootCause(),
                resolution == null ? null : resolution.actionTaken(),
                rating,
                note,
                publicNote);
        // Entries of before causes had a place, or there were particulars, keep their hash.
        var placed = resolution == null || resolution.process() == null
                ? entry
                : FieldDigest.of(entry, resolution.process(), resolution.step(), resolution.post());
        return particulars == null
                ? placed
                : FieldDigest.of(
                        placed,
                        particulars.changedFrom(),
                        particulars.changedTo(),
                        particulars.channel(),
                        particulars.outcome(),
                        particulars.reference());
    }

    /** Whether the stakeholder is told of it: of what is the office's own affair, when it has words for or of them. */
    public boolean isPublic() {
        return step.isPublic() || (publicNote != null && step.mayHavePublicWords());
    }

    byte[] hash() {
        return hash.clone();
    }

    public UUID caseId() {
        return caseId;
    }

    public int seq() {
        return seq;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public StepKind step() {
        return step;
    }

    public Optional<CaseStatus> from() {
        return Optional.ofNullable(fromStatus);
    }

    public CaseStatus to() {
        return toStatus;
    }

    public Optional<String> department() {
        return Optional.ofNullable(department);
    }

    public Optional<Resolution> resolution() {
        return Optional.ofNullable(resolution);
    }

    public Optional<Integer> rating() {
        return Optional.ofNullable(rating);
    }

    public Optional<Particulars> particulars() {
        return Optional.ofNullable(particulars);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Optional<String> publicNote() {
        return Optional.ofNullable(publicNote);
    }
}
