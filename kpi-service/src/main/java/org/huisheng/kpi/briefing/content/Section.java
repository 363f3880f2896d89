package org.huisheng.kpi.briefing.content;

import java.util.List;

/** A part of an issue under its title. */
public record Section(SectionKind kind, String title, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }
}
