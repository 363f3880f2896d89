package org.huisheng.kit.platform;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a record read from JSON lacks: JSON may leave out any field, a component without {@code @Nullable} may not. */
public final class MissingFields {

    /** Every request and every event is looked through, and reflection copies what it is asked for each time. */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private record Field(String path, boolean nullable, Method accessor) {
        static Field of(RecordComponent component) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // records nested in package-private resources
            return new Field(
                    "/" + component.getName(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    accessor);
        }

        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private MissingFields() {}

    /** @return JSON pointers, empty when the record is whole */
    public static List<String> of(Record record) {
        var missing = new ArrayList<String>(0);
        collect(record, "", missing);
        return missing;
    }

    /** What is missing when there is nothing where a record should be. */
    public static List<String> ofNothing(Class<?> recordType) {
        return FIELDS.get(recordType).stream()
                .filter(field -> !field.nullable)
                .map(Field::path)
                .toList();
    }

    private static void collect(Record record, String path, List<String> missing) {
        for (var field : FIELDS.get(record.getClass())) {
            var value = field.of(record);
            if (value == null && !field.nullable) {
                missing.add(path + field.path);
            } else if (value instanceof Record nested) {
                collect(nested, path + field.path, missing);
            } else if (value instanceof List<?> list) {
                collect(list, path + field.path, missing);
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
}
