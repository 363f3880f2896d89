package org.huisheng.kit.platform;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record read from JSON lacks: JSON may leave out any field, a component without {@code @Nullable} may not. */
public final class MissingFields {

    private MissingFields() {}

    /** @return JSON pointers, empty when the record is whole */
    public static List<String> of(Record record) {
        var missing = new ArrayList<String>(0);
        collect(record, "", missing);
        return missing;
    }

    /** What is missing when there is no record at all. */
    public static List<String> ofNothing(Class<?> recordType) {
        return Arrays.stream(recordType.getRecordComponents())
                .filter(component -> !isNullable(component.getAnnotatedType()))
                .map(component -> "/" + component.getName())
                .toList();
    }

    private static void collect(Record record, String path, List<String> missing) {
        for (var component : record.getClass().getRecordComponents()) {
            var value = valueOf(component, record);
            var valuePath = path + "/" + component.getName();
            if (value == null && !isNullable(component.getAnnotatedType())) {
                missing.add(valuePath);
            } else if (value instanceof Record nested) {
                collect(nested, valuePath, missing);
            } else if (value instanceof List<?> list) {
                collect(list, valuePath, missing);
            }
        }
    }

    private static void collect(List<?> list, String path, List<String> missing) {
        for (var index = 0; index < list.size(); index++) {
            if (list.get(index) == null) {
                missing.add(path + "/" + index);
            } else if (list.get(index) instanceof Record nested) {
                collect(nested, path + "/" + index, missing);
            }
        }
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // records nested in package-private resources
            return accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
