package org.huisheng.feedback.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import org.huisheng.feedback.category.Categories;
import org.huisheng.feedback.department.Departments;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.table.TableFile;
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

    /** What a table is filled with, page by page while it is written. */
    public interface Rows {
        void into(TableFile table, TableWords words) throws IOException;
    }

    public StreamingOutput csv(@Nullable String language, List<String> columns, Rows rows) {
        var words = words(language);
        return output -> {
            try (var table = TableFile.csv(output, words.headers(columns))) {
                rows.into(table, words);
            }
        };
    }

    public StreamingOutput xlsx(@Nullable String language, String sheet, List<String> columns, Rows rows) {
        var words = words(language);
        return output -> {
            try (var table = TableFile.xlsx(output, words.sheet(sheet), words.headers(columns))) {
                rows.into(table, words);
            }
        };
    }

    private TableWords words(@Nullable String language) {
        if (language == null) {
            return TableWords.OF_THE_API;
        }
        var locale = ProblemTexts.negotiate(language);
        return new TableWords(TableWords.texts(locale), departments.names(locale), categories.names(locale));
    }
}
