package org.huisheng.feedback.supply;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table of figures holds, by what offices call it. */
enum FigureColumn {
    CODE("code", "代码", "指标代码", "编码"),
    NAME("name", "名称", "指标", "指标名称"),
    UNIT("unit", "单位", "计量单位"),
    PRESENT("present", "数值", "本期", "本期数值", "value"),
    PREVIOUS("previous", "上年同期", "同期", "上年"),
    NOTE("note", "备注", "说明");

    private final String field;
    private final List<String> names;

    FigureColumn(String field, String... names) {
        this.field = field;
        this.names = List.of(names);
    }

    /** As forms mark them: with a star where something has to stand, in any case, with blanks. */
    static Optional<FigureColumn> called(String header) {
        var name = header.replaceAll("[\\s*＊]", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.field.equals(name) || column.names.contains(name))
                .findFirst();
    }

    /** In both languages, since a table may be in either. */
    String told() {
        return names.getFirst() + " / " + field;
    }

    /** Of a line, for what is wrong with it. */
    String path() {
        return "/" + field;
    }
}
