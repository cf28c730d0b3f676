package org.yekuo.form;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The stored files a filled form names (附件): the texts whose names say that they are one's id, wherever they stand in it. */
public final class NamedFiles {

    /** Names of texts that name a stored file. */
    public static final Set<String> NAMES = Set.of("fileId", "photo", "drawing");

    /** Asked by this room, it is that room's to look at. */
    private static final String OF_PAPERS = "room:document";

    private NamedFiles() {}

    /** The ids by their places, such as {@code points[0].photo}; without those of papers, which the document room looks at itself. */
    public static Map<String, String> in(Record form) {
        var found = new TreeMap<String, String>();
        collect(form, "", found);
        return found;
    }

    private static void collect(Object value, String path, Map<String, String> found) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), path + "[" + i + "]", found);
            }
        } else if (value instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                var inner = value(record, component);
                var place = path.isEmpty() ? component.getName() : path + "." + component.getName();
                if (inner instanceof String id && isFile(component)) {
                    found.put(place, id);
                } else if (inner != null) {
                    collect(inner, place, found);
                }
            }
        }
    }

    private static boolean isFile(RecordComponent component) {
        var asked = component.getAnnotation(Asked.class);
        return NAMES.contains(component.getName()) && asked != null && !List.of(asked.usedBy()).contains(OF_PAPERS);
    }

    private static @org.jspecify.annotations.Nullable Object value(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The form " + record.getClass().getSimpleName() + " does not give " + component.getName() + ".", e);
        }
    }
}
