package org.yekuo.form;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What binding needs to know of a record, looked up once: its components with what they ask, and its constructor. */
record Shape(List<Field> fields, Set<String> names, Constructor<?> constructor) {

    /** @param items of a list, what is in it; else null */
    record Field(String name, Class<?> type, @Nullable Class<?> items, boolean optional, @Nullable Asked asked) {}

    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return look(type);
        }
    };

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static Shape look(Class<?> type) {
        var components = type.getRecordComponents();
        var fields = Arrays.stream(components).map(Shape::field).toList();
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return new Shape(fields, fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet()), constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(RecordComponent component) {
        var items = List.class.isAssignableFrom(component.getType()) ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0] : null;
        return new Field(component.getName(), component.getType(), items, Forms.optional(component), component.getAnnotation(Asked.class));
    }
}
