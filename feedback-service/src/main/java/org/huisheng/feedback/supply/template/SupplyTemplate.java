package org.huisheng.feedback.supply.template;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.NullUnmarked;

/** One version of the template. Written once: the next change is the next version. */
@Entity
public class SupplyTemplate {

    static final int MOST_FIGURES = 200;
    static final int MOST_SECTIONS = 30;

    @Id
    private int version;

    private String title;
    /** For those who ask the database. */
    @SuppressWarnings("UnusedVariable")
    private String writtenBy;

    private Instant writtenAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "supply_template_figure", joinColumns = @JoinColumn(name = "template"))
    @OrderColumn(name = "number")
    private List<ExpectedFigure> figures = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "supply_template_section", joinColumns = @JoinColumn(name = "template"))
    @OrderColumn(name = "number")
    private List<Section> sections = new ArrayList<>();

    @NullUnmarked
    protected SupplyTemplate() {}

    SupplyTemplate(int version, Words words, String by, Instant now) {
        this.version = version;
        this.title = words.title();
        this.figures.addAll(words.figures());
        this.sections.addAll(words.sections());
        this.writtenBy = by;
        this.writtenAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** All that a version says. */
    record Words(String title, List<ExpectedFigure> figures, List<Section> sections) {}

    boolean says(Words words) {
        return title.equals(words.title())
                && figures().equals(words.figures())
                && sections().equals(words.sections());
    }

    public int version() {
        return version;
    }

    public String title() {
        return title;
    }

    public List<ExpectedFigure> figures() {
        return List.copyOf(figures);
    }

    public List<Section> sections() {
        return List.copyOf(sections);
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
