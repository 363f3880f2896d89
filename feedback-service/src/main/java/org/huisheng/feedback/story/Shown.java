package org.huisheng.feedback.story;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A picture of the story that everybody sees. @param words what is to be seen, for those who do not see it */
@Embeddable
record Shown(UUID picture, String words, @Nullable String wordsEn) {}
