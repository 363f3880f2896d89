package org.huisheng.feedback.reading;

import jakarta.enterprise.context.ApplicationScoped;
import org.huisheng.feedback.category.Categories;
import org.huisheng.feedback.department.Departments;
import org.huisheng.kit.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;

/** In which language somebody gets a table: who names none is a program, and gets the names of the API. */
@ApplicationScoped
public class TableLanguages {

    private final Departments departments;
    private final Categories categories;

    TableLanguages(Departments departments, Categories categories) {
        this.departments = departments;
        this.categories = categories;
    }

    public TableWords words(@Nullable String language) {
        if (language == null) {
            return TableWords.OF_THE_API;
        }
        var locale = ProblemTexts.negotiate(language);
        return new TableWords(TableWords.texts(locale), departments.names(locale), categories.names(locale));
    }
}
