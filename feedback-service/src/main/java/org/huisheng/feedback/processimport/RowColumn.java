package org.huisheng.feedback.processimport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table of the register holds, by what offices call it. */
enum RowColumn {
    KIND("kind", "类型", "对象类型", "类别"),
    PROCESS("process", "流程", "流程代码", "所属流程"),
    CODE("code", "代码", "编码"),
    NAME("name", "名称", "内容"),
    NAME_EN("nameEn", "英文名称"),
    POST("post", "岗位", "责任岗位", "岗位代码"),
    DEPARTMENT("department", "部门", "归口部门", "责任部门"),
    REFERENCE("reference", "依据", "文号", "出处", "依据文件"),
    KEY("key", "关键", "是否关键"),
    TYPICAL("typical", "典型业务", "是否典型业务"),
    ACTIVE("active", "在用", "是否在用");

    private final String field;
    private final List<String> names;

    RowColumn(String field, String... names) {
        this.field = field;
        this.names = List.of(names);
    }

    /** As forms mark them: with a star where something has to stand, in any case, with blanks. */
    static Optional<RowColumn> called(String header) {
        var name = header.replaceAll("[\\s*＊]", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.field.toLowerCase(Locale.ROOT).equals(name) || column.names.contains(name))
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
