package org.huisheng.feedback.story;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** A story as it comes in. */
record StoryRequest(
        @Nullable UUID id,
        @Nullable String department,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String body,
        @Nullable String titleEn,
        @Nullable String summaryEn,
        @Nullable String bodyEn,
        @Nullable List<@Nullable UUID> cases,
        @Nullable List<@Nullable UUID> projects,
        @Nullable List<@Nullable PictureRequest> pictures) {

    private static final UUID NONE = new UUID(0, 0);

    /** @param picture of the files beside the story @param words what is to be seen */
    record PictureRequest(
            @Nullable UUID picture,
            @Nullable String words,
            @Nullable String wordsEn) {

        Shown check(Checks checks, String path) {
            return new Shown(
                    checks.required(path + "/picture", picture, NONE),
                    checks.text(path + "/words", words, 300),
                    checks.optionalText(path + "/wordsEn", wordsEn, 300));
        }
    }

    Telling check() {
        var checks = new Checks();
        var telling = new Telling(
                checks.code("/department", department),
                checks.text("/title", title, 100),
                checks.text("/summary", summary, 500),
                checks.text("/body", body, 10_000),
                checks.optionalText("/titleEn", titleEn, 200),
                checks.optionalText("/summaryEn", summaryEn, 1000),
                checks.optionalText("/bodyEn", bodyEn, 20_000),
                ids(checks, "/cases", cases),
                ids(checks, "/projects", projects),
                shown(checks));
        if (telling.cases().isEmpty() && telling.projects().isEmpty()) {
            checks.add("/projects", "story-of-nothing");
        }
        requireWholeEnglish(checks, telling);
        checks.passed();
        return telling;
    }

    private static void requireWholeEnglish(Checks checks, Telling telling) {
        var english = new ArrayList<@Nullable String>();
        english.add(telling.titleEn());
        english.add(telling.summaryEn());
        english.add(telling.bodyEn());
        var paths = List.of("/titleEn", "/summaryEn", "/bodyEn");
        if (english.stream().anyMatch(text -> text != null)) {
            for (var i = 0; i < paths.size(); i++) {
                if (english.get(i) == null) {
                    checks.add(paths.get(i), "required");
                }
            }
        }
    }

    private static SortedSet<UUID> ids(Checks checks, String path, @Nullable List<@Nullable UUID> said) {
        var ids = new TreeSet<UUID>();
        if (said != null) {
            if (said.size() > CaseStory.MOST_SOURCES) {
                checks.add(path, "too-many", CaseStory.MOST_SOURCES);
            }
            for (var i = 0; i < Math.min(said.size(), CaseStory.MOST_SOURCES); i++) {
                ids.add(checks.required(path + "/" + i, said.get(i), NONE));
            }
        }
        return ids;
    }

    private List<Shown> shown(Checks checks) {
        var given = pictures == null ? List.<@Nullable PictureRequest>of() : pictures;
        if (given.size() > CaseStory.MOST_PICTURES) {
            checks.add("/pictures", "too-many", CaseStory.MOST_PICTURES);
        }
        var shown = new ArrayList<Shown>();
        for (var i = 0; i < Math.min(given.size(), CaseStory.MOST_PICTURES); i++) {
            var path = "/pictures/" + i;
            shown.add(checks.required(path, given.get(i), new PictureRequest(NONE, "-", null))
                    .check(checks, path));
        }
        return shown;
    }
}
