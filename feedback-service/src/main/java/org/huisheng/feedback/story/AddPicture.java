package org.huisheng.feedback.story;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.attachment.Attachment;
import org.huisheng.feedback.attachment.Brought;
import org.huisheng.feedback.attachment.Holder.OfStory;
import org.huisheng.feedback.attachment.KeepFiles;
import org.huisheng.feedback.attachment.KeepFiles.Kept;
import org.huisheng.feedback.attachment.Upload;
import org.huisheng.feedback.attachment.store.Digests;
import org.huisheng.feedback.casework.Act;
import org.huisheng.kit.problem.DomainException.TooLarge;
import org.huisheng.kit.security.Caller;

/** Pictures beside a story, as plain as they will be shown. Which are shown the story says. */
@ApplicationScoped
class AddPicture {

    /** A page on a telephone loads several of them. */
    private static final long LARGEST = 6L << 20;

    private final CaseStories stories;
    private final KeepFiles files;
    private final Caller caller;
    private final Clock clock;

    AddPicture(CaseStories stories, KeepFiles files, Caller caller, Clock clock) {
        this.stories = stories;
        this.files = files;
        this.caller = caller;
        this.clock = clock;
    }

    Kept add(UUID id, Upload given) throws IOException {
        var picture = plain(given);
        var known = QuarkusTransaction.requiringNew().call(() -> {
            caller.requireDepartment(stories.require(id).department());
            return files.known(new OfStory(id), picture);
        });
        if (known.isPresent()) {
            return known.get();
        }
        var brought = files.bring(picture);
        return QuarkusTransaction.requiringNew().call(() -> attach(id, brought));
    }

    /** In place: what came in is ours until the request is over. */
    private static Upload plain(Upload given) throws IOException {
        if (given.size() > LARGEST) {
            throw new TooLarge(LARGEST);
        }
        var bytes = PlainPicture.of(Files.readAllBytes(given.file()), given.mediaType());
        Files.write(given.file(), bytes);
        return new Upload(
                given.file(),
                given.name(),
                given.mediaType(),
                bytes.length,
                Digests.sha256(given.file()),
                given.visibility());
    }

    private Kept attach(UUID id, Brought brought) throws IOException {
        var act = new Act(caller.name(), clock.instant(), null, null);
        var kept = files.keep(new OfStory(id), brought, act);
        if (kept.isNew()) {
            // Only now: nobody else's step has to wait, or is lost, while the bytes come in.
            stories.hold(id).pictured(act.at());
            var words = kept.attachment().name() + " " + kept.attachment().fingerprint();
            stories.getEntityManager()
                    .persist(new StoryEntry(id, act.at(), act.actor(), StoryStep.PICTURE_ADDED, words));
        }
        return kept;
    }

    @Transactional
    List<Attachment> of(UUID id) {
        caller.requireDepartment(stories.require(id).department());
        return files.of(new OfStory(id));
    }

    @Transactional
    Attachment one(UUID id, UUID picture) {
        caller.requireDepartment(stories.require(id).department());
        return files.require(new OfStory(id), picture);
    }
}
