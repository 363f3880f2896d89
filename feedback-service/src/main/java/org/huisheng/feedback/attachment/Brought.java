package org.huisheng.feedback.attachment;

import java.util.UUID;
import org.huisheng.feedback.attachment.store.FileStore;

/** A file whose bytes are where they will be; without a row they are nobody's, and go again. */
public record Brought(UUID id, FileStore.Kind store, Upload upload) {}
