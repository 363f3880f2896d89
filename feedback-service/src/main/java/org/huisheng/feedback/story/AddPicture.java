package org.huisheng.feedback.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.attachment.Attachment;
import org.huisheng.feedback.attachment.Holder.OfStory;
import org.huisheng.feedback.attachment.KeepFiles;
import org.huisheng.feedback.attachment.KeepFiles.Kept;
import org.huisheng.feedback.attachment.PutBeside;
import org.huisheng.feedback.attachment.Upload;
import org.huisheng.feedback.attachment.store.Digests;
import org.huisheng.kit.problem.DomainException.TooLarge;
import org.huisheng.kit.security.Caller;

/** Pictures beside a story, as plain as they will be shown. Which are shown the story says. */
@ApplicationScoped
class AddPicture {

    /** A page on a telephone loads several of them. */
    private static final long LARGEST = 6L << 20;

    private final CaseStories stories;
    private final PutBeside putBeside;
    private final KeepFiles files;
    private final Caller caller;

    AddPicture(CaseStories stories, PutBeside putBeside, KeepFiles files, Caller caller) {
        this.stories = stories;
        this.putBeside = putBeside;
        this.files = files;
        this.caller = caller;
    }

    Kept add(UUID id, Upload given) throws IOException {
        var picture = plain(given);
        return putBeside.put(
                new OfStory(id),
                picture,
                () -> caller.requireDepartment(stories.require(id).department()),
                (file, act) -> {
                    stories.hold(id).pictured(act.at());
                    var words = file.name() + " " + file.fingerprint();
                    stories.getEntityManager()
                            .persist(new StoryEntry(id, act.at(), act.actor(), StoryStep.PICTURE_ADDED, words));
                });
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
