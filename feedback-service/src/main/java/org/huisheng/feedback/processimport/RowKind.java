package org.huisheng.feedback.processimport;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a row of a table is about, by what offices call it. */
enum RowKind {
    PROCESS("流程"),
    POST("岗位"),
    STEP("步骤", "环节", "流程步骤"),
    DUTY("职责", "岗位职责"),
    STANDARD("标准"),
    INSTITUTION("制度"),
    PERFORMANCE("绩效", "绩效指标");

    private final List<String> names;

    RowKind(String... names) {
        this.names = List.of(names);
    }

    static Optional<RowKind> called(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(word) || kind.names.contains(word))
                .findFirst();
    }
}
