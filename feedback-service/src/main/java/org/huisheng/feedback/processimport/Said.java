package org.huisheng.feedback.processimport;

import java.util.List;
import org.huisheng.feedback.post.PostChange;
import org.huisheng.feedback.process.PostDuty;
import org.huisheng.feedback.process.ProcessChange;
import org.huisheng.feedback.process.Step;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of the register, whatever kind of file it is. Posts are still called what the file calls them.
 *
 * @param refused lines that say nothing one could use
 * @param ignored columns nobody knows
 */
record Said(List<SaidPost> posts, List<SaidProcess> processes, List<Refusal> refused, List<String> ignored) {

    /** @param name of what the line is about, as far as it says so */
    record Refusal(int line, @Nullable String name, List<Violation> violations) {}

    /** @param isLane of a model, which knows posts by their names only: one of that name is the same */
    record SaidPost(int line, String code, PostChange change, boolean isLane) {}

    /** What stands on a line of its own. */
    record OnLine<T>(int line, T said) {}

    /** @param steps and the other lists are null where the file says nothing of them, and whole where it does */
    record SaidProcess(
            int line,
            String code,
            ProcessChange profile,
            @Nullable List<OnLine<Step>> steps,
            @Nullable List<OnLine<PostDuty>> duties) {}
}
