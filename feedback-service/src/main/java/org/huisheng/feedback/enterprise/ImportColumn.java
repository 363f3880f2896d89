package org.huisheng.feedback.enterprise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table of enterprises holds, by what offices call it. */
enum ImportColumn {
    PARK("park", "园区", "园区代码", "所属园区"),
    NAME("name", "企业名称", "企业", "名称", "单位名称"),
    TRADE("trade", "行业", "所属行业"),
    SIZE("size", "规模", "企业规模"),
    ACTIVE("active", "在用", "是否在用"),
    CONTACT("contact", "联系人", "联系人姓名"),
    POST("post", "职务"),
    PHONE("phone", "电话", "联系电话", "手机"),
    EMAIL("email", "邮箱", "电子邮箱");

    private final String field;
    private final List<String> names;

    ImportColumn(String field, String... names) {
        this.field = field;
        this.names = List.of(names);
    }

    /** As forms mark them: with a star where something has to stand, in any case, with blanks. */
    static Optional<ImportColumn> called(String header) {
        var name = header.replaceAll("[\\s*＊]", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.field.equals(name) || column.names.contains(name))
                .findFirst();
    }

    /** In both languages, since a table may be in either. */
    String told() {
        return names.getFirst() + " / " + field;
    }

    /** Of a row, for what is wrong with it. */
    String path() {
        return "/" + field;
    }
}
